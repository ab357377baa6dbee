using Core;

namespace Bench;

internal static unsafe class Kernels
{
    public static void Run()
    {
        double peak = Peak.GigaFlops(); Console.WriteLine($"fma {FmaPeak.GigaFlops():F0} mul+add {Peak.GigaFlops():F0} fma {FmaPeak.GigaFlops():F0} mul+add {Peak.GigaFlops():F0}");
        Console.WriteLine($"multiply-add peak {peak:F0} GFLOP/s, registers {Widest.Bits} bits");
        foreach ((int b, int i, int o) in new[] { (32, 784, 128), (32, 128, 10), (512, 512, 512), (4, 2, 4), (4, 4, 1), (10, 2, 8), (10, 8, 8), (10, 8, 1), (1, 8, 8), (100, 1, 1) })
            Products(b, i, o, peak);
    }
    static void Products(int b, int i, int o, double peak)
    {
        var x = new Floats<float>(b * i, k => k % 7 * 0.1f);
        var w = new Floats<float>(i * o, k => k % 5 * 0.1f);
        var z = new Floats<float>(b * o, k => k % 3);
        var dw = new Floats<float>(i * o, k => 0);
        var dx = new Floats<float>(b * i, k => 0);
        var s = new Floats<float>(i * o, k => 0);
        var bias = new Floats<float>(o, k => 0);
        Action all=()=>{
             MatMul.Forward(x.Pointer, w.Pointer, bias.Pointer, z.Pointer, b, i, o);
            MatMul.WeightGradient(x.Pointer, z.Pointer, dw.Pointer, b, i, o);
            MatMul.WeightAndBiasGradient(x.Pointer, z.Pointer, dw.Pointer, bias.Pointer, b, i, o);
            MatMul.InputGradient(z.Pointer, w.Pointer, dx.Pointer, s.Pointer, b, i, o);};
for(int q=0;q<40;q++)all(); Thread.Sleep(200); for(int q=0;q<40;q++)all(); Thread.Sleep(100);
        double flop = 2d * b * i * o;
        double[] t = Measure.InTurns(
            () => MatMul.Forward(x.Pointer, w.Pointer, bias.Pointer, z.Pointer, b, i, o),
            () => MatMul.WeightGradient(x.Pointer, z.Pointer, dw.Pointer, b, i, o),
            () => MatMul.WeightAndBiasGradient(x.Pointer, z.Pointer, dw.Pointer, bias.Pointer, b, i, o),
            () => MatMul.InputGradient(z.Pointer, w.Pointer, dx.Pointer, s.Pointer, b, i, o));
        Console.WriteLine($"{b}x{i}x{o}: " + string.Join("  ", t.Select(ns => $"{ns,10:F1} ns {flop / ns,6:F1} GF {flop / ns / peak,4:P0}")));
    }
}
