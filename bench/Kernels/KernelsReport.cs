using Core;

namespace Bench;

/// <summary>The kernels' table: each beside this core's multiply-add peak, a plain scalar loop and MathNet's managed provider.</summary>
internal static class KernelsReport
{
    public static void Run(string? only)
    {
        MathNet.Numerics.Control.UseManaged();
        MathNet.Numerics.Control.MaxDegreeOfParallelism = 1;
        double peak = Peak.GigaFlops();
        Console.WriteLine($"registers {Widest.Bits} bits, multiply-add peak {peak:F0} GFLOP/s (separate multiply and add, one core)");
        if (only is null or "products")
            ProductsReport.Run();
        if (only is null or "elementwise")
            ElementwiseReport.Run();
        if (only is null or "random")
            RandomReport.Run();
    }
}
