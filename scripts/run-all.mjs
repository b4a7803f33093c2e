/**
 * Does all of `work` (functions that answer promises), so many at once, in the order given; answers what they answered, in that
 * order. Rejects with the first that rejects.
 */
export async function runAll(work, atOnce) {
  const answers = [];
  const waiting = work.entries();
  async function go() {
    for (const [index, one] of waiting) answers[index] = await one();
  }
  await Promise.all(Array.from({ length: atOnce }, go));
  return answers;
}
