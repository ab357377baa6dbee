namespace Bench;

/// <summary>What this machine could do at most: multiply-adds in registers, bytes through memory.</summary>
internal static unsafe class MachineRows
{
    private const int Megabytes = 128;

    public static void Run(Table table)
    {
        double[] ns = Measure.InTurns(Peak.Widest, Peak.Single);
        table.Add(new($"multiply, then add, {Core.Widest.Bits}-bit registers", Peak.Operations / ns[0], "GFLOP/s")
        {
            Baselines = [new("one number at a time", Peak.SingleOperations / ns[1])],
            Check = "one core's ceiling without fused multiply-add",
        });
        Copy("copying 16 KiB (nearest cache)", 16 << 10);
        Copy($"copying {Megabytes} MiB", Megabytes << 20);

        void Copy(string what, int bytes)
        {
            using var from = new Block<float>(bytes / sizeof(float), k => k);
            using var to = new Block<float>(bytes / sizeof(float), _ => 0);
            double[] best = Measure.InTurns(
                () => Buffer.MemoryCopy(from.Pointer, to.Pointer, bytes, bytes),
                () =>
                {
                    for (int k = 0; k < from.Length; k++)
                        to.Pointer[k] = from.Pointer[k];
                });
            table.Add(new(what, bytes / best[0], "GB/s") { Baselines = [new("scalar loop", bytes / best[1])], Check = "as many bytes read as written" });
        }
    }
}
