using Core;
using MathNet.Numerics.LinearAlgebra;

namespace Bench;

/// <summary>The three products of a dense layer in several shapes.</summary>
internal static unsafe class ProductsReport
{
    private static readonly (int Batch, int In, int Out)[] Shapes =
        [(32, 784, 128), (32, 128, 10), (512, 512, 512), (4, 2, 4), (4, 4, 1), (10, 2, 8), (10, 8, 8), (10, 8, 1), (1, 8, 8), (100, 1, 1)];

    public static void Run()
    {
        Console.WriteLine();
        Console.WriteLine($"{"product, batch × in × out",-32} {"ns a call",12} {"GFLOP/s",8} {"of peak",8} {"scalar ×",9} {"MathNet ×",9}");
        foreach ((int batch, int @in, int @out) in Shapes)
            Shape(batch, @in, @out);
    }

    private static void Shape(int batch, int @in, int @out)
    {
        using var x = new Block<float>(batch * @in, k => k % 7 * 0.1f);
        using var w = new Block<float>(@in * @out, k => k % 5 * 0.1f);
        using var z = new Block<float>(batch * @out, k => k % 3);
        using var dw = new Block<float>(@in * @out, _ => 0);
        using var dx = new Block<float>(batch * @in, _ => 0);
        using var scratch = new Block<float>(@in * @out, _ => 0);
        using var bias = new Block<float>(@out, _ => 0);
        Matrix<float> mx = Matrix<float>.Build.Dense(batch, @in, 0.1f), mw = Matrix<float>.Build.Dense(@in, @out, 0.1f);
        Matrix<float> mz = Matrix<float>.Build.Dense(batch, @out, 0.1f), mdw = mw.Clone(), mdx = mx.Clone();
        string shape = $"{batch}×{@in}×{@out}";
        double flop = 2d * batch * @in * @out;
        Row("forward " + shape, flop,
            () => MatMul.Forward(x.Pointer, w.Pointer, bias.Pointer, z.Pointer, batch, @in, @out),
            () => Plain(x.Pointer, @in, 1, w.Pointer, @out, 1, z.Pointer, batch, @in, @out), () => mx.Multiply(mw, mz));
        Row("dW + db " + shape, flop,
            () => MatMul.WeightAndBiasGradient(x.Pointer, z.Pointer, dw.Pointer, bias.Pointer, batch, @in, @out),
            () => Plain(x.Pointer, 1, @in, z.Pointer, @out, 1, dw.Pointer, @in, batch, @out), () => mx.TransposeThisAndMultiply(mz, mdw));
        Row("dX " + shape, flop,
            () => MatMul.InputGradient(z.Pointer, w.Pointer, dx.Pointer, scratch.Pointer, batch, @in, @out),
            () => Plain(z.Pointer, @out, 1, w.Pointer, 1, @out, dx.Pointer, batch, @out, @in), () => mz.TransposeAndMultiply(mw, mdx));
    }

    private static void Row(string what, double flop, Action own, Action plain, Action mathNet)
    {
        double peak = Peak.GigaFlops();
        double[] ns = Measure.InTurns(own, plain, mathNet);
        Console.WriteLine($"{what,-32} {ns[0],12:F1} {flop / ns[0],8:F1} {flop / ns[0] / peak,8:P0} {ns[1] / ns[0],9:F1} {ns[2] / ns[0],9:F1}");
    }

    private static void Plain(float* a, int aRow, int aStep, float* b, int bStep, int bColumn, float* c, int rows, int chain, int columns)
    {
        for (int r = 0; r < rows; r++)
            for (int o = 0; o < columns; o++)
            {
                float sum = 0;
                for (int k = 0; k < chain; k++)
                    sum += a[r * aRow + k * aStep] * b[k * bStep + o * bColumn];
                c[r * columns + o] = sum;
            }
    }
}
