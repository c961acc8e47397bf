/** The rules of the Keqiao District government quality award. */
module kqaward {
  exports kqaward;
}
