/** A process that ends does so once; a test that has ended one goes on as if it had not. */
export function forgetDraining(): void {
  delete (globalThis as { vidpipeDraining?: unknown }).vidpipeDraining;
}
