// Gives a program of emscripten the environment that node runs in, if it asks for one.
Module["preRun"] = () => {
  if (typeof ENV !== "undefined") Object.assign(ENV, process.env);
};
