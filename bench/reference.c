/*
 * What a firmware engineer would write by hand for one network: 16-32-16-4, HIDDEN between its layers (tanh, or relu with
 * -DRELU), softmax, cross-entropy, plain SGD, sizes known to the compiler. It keeps the core's order of every sum, so it
 * ends with the same weights bit for bit, and is the measure of what the core costs on a microcontroller.
 */
#include "reference.h"

#define INPUTS 16
#define FIRST 32
#define SECOND 16
#define OUTPUTS 4

static float w1[FIRST][INPUTS], b1[FIRST], w2[SECOND][FIRST], b2[SECOND], w3[OUTPUTS][SECOND], b3[OUTPUTS];
static float a1[FIRST], a2[SECOND], a3[OUTPUTS], d1[FIRST], d2[SECOND], d3[OUTPUTS];

/* Weights and biases, layer by layer, as they lie in a model's state. */
void reference_load(const float *from) {
  struct { float *to; int n; } parts[] = {
    {w1[0], FIRST * INPUTS}, {b1, FIRST}, {w2[0], SECOND * FIRST}, {b2, SECOND}, {w3[0], OUTPUTS * SECOND}, {b3, OUTPUTS},
  };
  for (int p = 0; p < 6; p++)
    for (int i = 0; i < parts[p].n; i++) parts[p].to[i] = *from++;
}

/* Values that differ from those given. */
int reference_differences(const float *from) {
  struct { const float *to; int n; } parts[] = {
    {w1[0], FIRST * INPUTS}, {b1, FIRST}, {w2[0], SECOND * FIRST}, {b2, SECOND}, {w3[0], OUTPUTS * SECOND}, {b3, OUTPUTS},
  };
  int count = 0;
  for (int p = 0; p < 6; p++)
    for (int i = 0; i < parts[p].n; i++) count += parts[p].to[i] != *from++;
  return count;
}

static float bits_float(int32_t bits) {
  union { int32_t bits; float value; } both = {bits};
  return both.value;
}

static float exponential(float x) {
  union { float value; int32_t bits; } t;
  if (x < -104.0f) return 0;
  if (x > 88.72284f) return __builtin_inff();
  t.value = x * 1.44269504f + 12582912.0f;
  int32_t n = t.bits - 0x4b400000;
  float whole = t.value - 12582912.0f;
  float r = x - whole * 0.693359375f - whole * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  int32_t half = n >> 1;
  return p * bits_float((half + 127) << 23) * bits_float((n - half + 127) << 23);
}

static float logarithm(float x) {
  union { float value; int32_t bits; } u = {x};
  int32_t e = (u.bits >> 23) - 126;
  float m = bits_float((u.bits & 0x007fffff) | 0x3f000000);
  if (m < 0.707106781f) {
    e -= 1;
    m = m + m - 1.0f;
  } else {
    m = m - 1.0f;
  }
  float z = m * m;
  float p = 7.0376836292e-2f;
  p = p * m - 1.1514610310e-1f;
  p = p * m + 1.1676998740e-1f;
  p = p * m - 1.2420140846e-1f;
  p = p * m + 1.4249322787e-1f;
  p = p * m - 1.6668057665e-1f;
  p = p * m + 2.0000714765e-1f;
  p = p * m - 2.4999993993e-1f;
  p = p * m + 3.3333331174e-1f;
  float y = p * m * z;
  y = y + (float)e * -2.12194440e-4f;
  y = y - z * 0.5f;
  return m + y + (float)e * 0.693359375f;
}

static float hidden(float x) {
#ifdef RELU
  return x > 0 ? x : 0;
#else
  float a = __builtin_fabsf(x);
  if (a < 0.625f) {
    float z = x * x;
    float p = -5.70498872745e-3f;
    p = p * z + 2.06390887954e-2f;
    p = p * z - 5.37397155531e-2f;
    p = p * z + 1.33314422036e-1f;
    p = p * z - 3.33332819422e-1f;
    return p * z * x + x;
  }
  float y = a > 9.2f ? 1.0f : 1.0f - 2.0f / (exponential(a + a) + 1.0f);
  return x < 0 ? -y : y;
#endif
}

static float slope(float a, float g) {
#ifdef RELU
  return a > 0 ? g : 0;
#else
  return g * (1.0f - a * a);
#endif
}

/* Lane i mod 4, folded (0+1)+(2+3). */
static inline void dense(const float *w, const float *b, const float *x, float *y, int units, int n) {
  for (int r = 0; r < units; r++, w += n) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (int i = 0; i < n; i += 4) {
      s0 += w[i] * x[i];
      s1 += w[i + 1] * x[i + 1];
      s2 += w[i + 2] * x[i + 2];
      s3 += w[i + 3] * x[i + 3];
    }
    y[r] = s0 + s1 + (s2 + s3) + b[r];
  }
}

static inline void back(const float *w, const float *d, float *dx, int units, int n) {
  for (int i = 0; i < n; i++) dx[i] = 0;
  for (int r = 0; r < units; r++, w += n) {
    for (int i = 0; i < n; i++) dx[i] += w[i] * d[r];
  }
}

static inline void step(float *w, float *b, const float *d, const float *x, int units, int n, float rate) {
  for (int r = 0; r < units; r++, w += n) {
    float s = rate * d[r];
    for (int i = 0; i < n; i++) w[i] -= s * x[i];
    b[r] -= s;
  }
}

const float *reference_predict(const float *x) {
  dense(w1[0], b1, x, a1, FIRST, INPUTS);
  for (int i = 0; i < FIRST; i++) a1[i] = hidden(a1[i]);
  dense(w2[0], b2, a1, a2, SECOND, FIRST);
  for (int i = 0; i < SECOND; i++) a2[i] = hidden(a2[i]);
  dense(w3[0], b3, a2, a3, OUTPUTS, SECOND);
  float largest = a3[0], sum = 0;
  for (int i = 1; i < OUTPUTS; i++) largest = a3[i] > largest ? a3[i] : largest;
  for (int i = 0; i < OUTPUTS; i++) sum += d3[i] = exponential(a3[i] - largest);
  for (int i = 0; i < OUTPUTS; i++) d3[i] = d3[i] / sum;
  return d3;
}

/* The loss before the step. */
float reference_learn(const float *x, int k, float rate) {
  reference_predict(x);
  float largest = a3[0], sum = 0;
  for (int i = 1; i < OUTPUTS; i++) largest = a3[i] > largest ? a3[i] : largest;
  for (int i = 0; i < OUTPUTS; i++) sum += exponential(a3[i] - largest);
  float loss = logarithm(sum) - (a3[k] - largest);
  d3[k] -= 1.0f;
  back(w3[0], d3, d2, OUTPUTS, SECOND);
  for (int i = 0; i < SECOND; i++) d2[i] = slope(a2[i], d2[i]);
  back(w2[0], d2, d1, SECOND, FIRST);
  for (int i = 0; i < FIRST; i++) d1[i] = slope(a1[i], d1[i]);
  step(w3[0], b3, d3, a2, OUTPUTS, SECOND, rate);
  step(w2[0], b2, d2, a1, SECOND, FIRST, rate);
  step(w1[0], b1, d1, x, FIRST, INPUTS, rate);
  return loss;
}
