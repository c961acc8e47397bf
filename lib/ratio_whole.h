/* Whole numbers that fractions are made of. */
#ifndef KQAWARD_RATIO_WHOLE_H
#define KQAWARD_RATIO_WHOLE_H

#include "kqaward/ratio.h"

/* That a and b are combinations of x and y by a matrix of determinant 1 or -1. The steps of
 * Euclid's algorithm keep it; with y 0 it says that x divides both, and that the quotients p and r
 * have no common divisor. */
/*@ predicate combined(integer a, integer b, integer x, integer y, integer p, integer q, integer r,
  @                    integer s) =
  @   a == p * x + q * y && b == r * x + s * y && (p * s - q * r == 1 || p * s - q * r == -1);
  @ predicate euclid(integer a, integer b, integer x, integer y) =
  @   \exists integer p, q, r, s; combined(a, b, x, y, p, q, r, s);
  @*/

/*@ requires above_zero: 0 < b;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 1 <= \result <= b;
  @ ensures greatest: euclid(a, b, \result, 0);
  @*/
static inline uint64_t greatest_common_divisor(uint64_t a, uint64_t b)
{
  /*@ assert start: combined(a, b, a, b, 1, 0, 0, 1); */
  /*@ loop invariant bounds: 0 <= b <= \at(b, Pre) && (b == 0 ==> 1 <= a <= \at(b, Pre));
    @ loop invariant euclid: euclid(\at(a, Pre), \at(b, Pre), a, b);
    @ loop assigns a, b;
    @ loop variant b;
    @*/
  while (b != 0) {
    uint64_t rest = a % b;

    /*@ assert division: a == b * (a / b) + rest; */
    /*@ assert step: \forall integer p, q, r, s;
      @   combined(\at(a, Pre), \at(b, Pre), a, b, p, q, r, s) ==>
      @   combined(\at(a, Pre), \at(b, Pre), b, rest, p * (a / b) + q, p, r * (a / b) + s, r); */
    a = b;
    b = rest;
  }
  return a;
}

/*@ requires bounds: -1000000000000000000 <= number <= 1000000000000000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures size: \result == \abs(number);
  @*/
static inline uint64_t magnitude(int64_t number)
{
  return number < 0 ? (uint64_t)-number : (uint64_t)number;
}

/*@ predicate product(integer number, integer p, integer divisor) = number == p * divisor; */

/* A division that leaves no rest. */
/*@ requires divisor: 0 < divisor;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures exact: \forall integer p; product(number, p, divisor) ==> \result == p;
  @*/
static inline uint64_t divide(uint64_t number, uint64_t divisor)
{
  uint64_t quotient = number / divisor;

  /*@ assert rest: number == quotient * divisor + number % divisor; */
  /*@ assert low: \forall integer p; product(number, p, divisor) ==> p >= quotient; */
  /*@ assert high: \forall integer p; product(number, p, divisor) ==> p <= quotient; */
  return quotient;
}

/*@ logic integer ten_to(integer n) =
  @   n == 0 ? 1 : n == 1 ? 10 : n == 2 ? 100 : n == 3 ? 1000 : n == 4 ? 10000 :
  @   n == 5 ? 100000 : n == 6 ? 1000000 : n == 7 ? 10000000 : n == 8 ? 100000000 :
  @   n == 9 ? 1000000000 : n == 10 ? 10000000000 : n == 11 ? 100000000000 :
  @   n == 12 ? 1000000000000 : n == 13 ? 10000000000000 : n == 14 ? 100000000000000 :
  @   n == 15 ? 1000000000000000 : n == 16 ? 10000000000000000 : n == 17 ? 100000000000000000 :
  @   n == 18 ? 1000000000000000000 : 10000000000000000000;
  @*/

/*@ requires exponent: 0 <= exponent <= 19;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures power: \result == ten_to(exponent);
  @*/
static inline uint64_t power_of_ten(int32_t exponent)
{
  uint64_t power = 1;

  /*@ loop invariant power: 0 <= i <= exponent && power == ten_to(i);
    @ loop assigns i, power;
    @ loop variant exponent - i;
    @*/
  for (int32_t i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

#endif
