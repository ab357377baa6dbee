using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Newton's method: w ← w − η·H⁻¹g, with the Hessian of the objective over all samples. n parameters cost n² numbers.</summary>
internal static class NewtonRule
{
    /// <summary>Parameters at most: H and H⁻¹ are shown whole, and each update measures 2n gradients.</summary>
    public const int MostParameters = 200;

    /// <summary>Adds Hessian, inverse, step and the new value of every parameter.</summary>
    public static void Add<T>(NewtonSettings settings, ProgramBuilder<T> program, GradientBuffers<T> gradients, Buffer<T> rate, ICurvature curvature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (gradients.Parameters.IsEmpty) return;
        ImmutableArray<Buffer<T>> taken = [.. gradients.Parameters.Select(parameter => gradients.ForOptimizer[parameter])];
        var n = gradients.Parameters.Sum(parameter => parameter.Capacity);
        if (n > MostParameters)
            throw new RunException($"newton: {n} weights and biases, so {(long)n * n} second derivatives; at most {MostParameters} parameters are possible. Use a smaller network or another optimizer.");
        var hessian = program.Declare("newton.hessian", [n, n], Zone.Scratch);
        var inverse = program.Declare("newton.inverse", [n, n], Zone.Scratch);
        var step = program.Declare("newton.step", [n], Zone.Scratch);
        program.Add(new NewtonHessian<T>(curvature, gradients.Parameters, hessian));
        program.Add(new NewtonInverse<T>(curvature, settings.Damping, hessian, inverse));
        program.Add(new NewtonDirection<T>(inverse, taken, step));
        var first = 0;
        foreach (var parameter in gradients.Parameters)
        {
            program.Add(new NewtonUpdate<T>(parameter, step, first, rate));
            first += parameter.Capacity;
        }
    }
}
