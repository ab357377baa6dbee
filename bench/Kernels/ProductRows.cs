using Core;
using MathNet.Numerics.LinearAlgebra;

namespace Bench;

/// <summary>The three products of a dense layer in several shapes, beside plain loops and MathNet's managed provider on one thread.</summary>
internal static unsafe class ProductRows
{
    private static readonly (int Batch, int In, int Out)[] Shapes =
        [(32, 784, 128), (32, 128, 10), (512, 512, 512), (10, 8, 8), (4, 2, 4), (1, 8, 8), (100, 1, 1)];

    public static void Run(Table table)
    {
        MathNet.Numerics.Control.UseManaged();
        MathNet.Numerics.Control.MaxDegreeOfParallelism = 1;
        foreach ((int batch, int @in, int @out) in Shapes)
            Shape(table, batch, @in, @out);
    }

    private static void Shape(Table table, int batch, int @in, int @out)
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
        Row("z = x·Wᵀ + b, " + shape,
            () => MatMul.Forward(x.Pointer, w.Pointer, bias.Pointer, z.Pointer, batch, @in, @out),
            () => Plain(x.Pointer, @in, 1, w.Pointer, @out, 1, z.Pointer, batch, @in, @out), () => mx.Multiply(mw, mz));
        Row("∂L/∂W, ∂L/∂b, " + shape,
            () => MatMul.WeightAndBiasGradient(x.Pointer, z.Pointer, dw.Pointer, bias.Pointer, batch, @in, @out),
            () => Plain(x.Pointer, 1, @in, z.Pointer, @out, 1, dw.Pointer, @in, batch, @out), () => mx.TransposeThisAndMultiply(mz, mdw));
        Row("∂L/∂x, " + shape,
            () => MatMul.InputGradient(z.Pointer, w.Pointer, dx.Pointer, scratch.Pointer, batch, @in, @out),
            () => Plain(z.Pointer, @out, 1, w.Pointer, 1, @out, dx.Pointer, batch, @out, @in), () => mz.TransposeAndMultiply(mw, mdx));

        void Row(string what, Action own, Action plain, Action mathNet)
        {
            double peak = Peak.Now();
            double[] ns = Measure.InTurns(own, plain, mathNet);
            table.Add(new(what, flop / ns[0], "GFLOP/s")
            {
                Baselines = [new("scalar loops", flop / ns[1]), new("MathNet, managed", flop / ns[2])],
                Check = $"{Figure.Time(ns[0])}, {Figure.Text(100 * flop / ns[0] / Math.Max(peak, Peak.Now()))} % of the ceiling",
            });
        }
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
