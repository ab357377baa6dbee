using Core;

namespace Bench;

/// <summary>Elementwise functions, softmax and an optimizer's pass, in nanoseconds an element, beside scalar loops with the library's functions.</summary>
internal static unsafe class ElementwiseRows
{
    private const int Count = 4096, Rows = 32, Classes = 10;
    private const int Parameters = 101_770;

    public static void Run(Table table)
    {
        Function<Operators.Exp<float>>("exp", MathF.Exp);
        Function<Operators.Log<float>>("log", x => MathF.Log(x + 5));
        Function<Operators.Tanh<float>>("tanh", MathF.Tanh);
        Function<Operators.Sigmoid<float>>("sigmoid", x => 1 / (1 + MathF.Exp(-x)));
        Function<Operators.Softplus<float>>("softplus", x => MathF.Log(1 + MathF.Exp(x)));
        Function<Operators.Erf<float>>("erf", x => (float)MathNet.Numerics.SpecialFunctions.Erf(x), "scalar loop, MathNet");
        Function<Operators.Cos<float>>("cos", MathF.Cos);
        foreach (int n in new[] { 1, 4, 16 })
            Function<Operators.Tanh<float>>("tanh", MathF.Tanh, count: n);
        SoftmaxRows(table);
        AdamPass(table);

        void Function<F>(string name, Func<float, float> library, string which = "scalar loop, MathF", int count = Count)
            where F : struct, IUnary<float>
        {
            using var x = new Block<float>(count, i => (i % 977 - 488) * 0.01f);
            using var y = new Block<float>(count, _ => 0);
            double[] ns = Measure.InTurns(
                () => Map.Unary(default(F), x.Pointer, y.Pointer, count),
                () =>
                {
                    for (int i = 0; i < count; i++)
                        y.Pointer[i] = library(x.Pointer[i]);
                });
            table.Add(new($"{name} of {count} in a call", ns[0] / count, "ns/element") { Baselines = [new(which, ns[1] / count)] });
        }
    }

    private static void SoftmaxRows(Table table)
    {
        using var z = new Block<float>(Rows * Classes, i => i % 13 * 0.3f);
        using var p = new Block<float>(Rows * Classes, _ => 0);
        using var m = new Block<float>(Rows, _ => 0);
        using var s = new Block<float>(Rows, _ => 0);
        double[] ns = Measure.InTurns(
            () => Softmax.LogSums(z.Pointer, p.Pointer, m.Pointer, s.Pointer, Rows, Classes),
            () =>
            {
                for (int r = 0; r < Rows; r++) PlainLayer.Softmax(new(z.Pointer + r * Classes, Classes), new(p.Pointer + r * Classes, Classes));
            });
        table.Add(new($"softmax and log-sums, {Rows}×{Classes}", ns[0] / (Rows * Classes), "ns/element")
        {
            Baselines = [new("scalar loops, softmax only", ns[1] / (Rows * Classes))],
        });
    }

    // The very passes that training runs on a parameter.
    private static void AdamPass(Table table)
    {
        var program = new ProgramBuilder<float>();
        var weight = program.Declare("w", [Parameters], Zone.Parameter);
        var gradient = program.Like(weight, "g", Zone.Gradient);
        OptimizerRule.Add(new AdamSettings(Epsilon: 1e-7), new ParameterUpdate<float>(program, weight, gradient, program.Scalar("lr"), Decay: 0, Prox: null));
        var arena = new Arena<float>(program.Buffers);
        for (int k = 0; k < Parameters; k++) (weight.Stored()[k], gradient.Stored()[k]) = (k % 7 * 0.1f, k % 5 * 0.01f);
        program.Buffer("lr").Stored()[0] = 1e-3f;
        var pass = Fusion<float>.Of(program.Operations).Always;
        var state = new RunState { Update = 1, Epoch = 1, Rows = 1 };
        var plain = new PlainLayer(Parameters, 1, PlainActivation.Identity, 1);
        double[] ns = Measure.InTurns(
            () =>
            {
                foreach (var operation in pass) operation.Run(state);
            },
            () => plain.Adam(1e-3f, 0.1f, 0.001f));
        GC.KeepAlive(arena);
        table.Add(new($"Adam over {Parameters:N0} parameters", ns[0] / Parameters, "ns/element") { Baselines = [new("scalar loop", ns[1] / Parameters)] });
    }
}
