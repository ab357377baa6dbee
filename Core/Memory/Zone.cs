namespace Core;

/// <summary>
/// Where in the arena a buffer lies. Parameters, their optimizer state and their gradients lie in zones of equal layout, so that one
/// pass can update all of them; the zones up to <see cref="Counter"/> are what a checkpoint copies.
/// </summary>
internal enum Zone
{
    /// <summary>Weights and biases.</summary>
    Parameter,

    /// <summary>First optimizer state of every parameter (velocity, m, sum).</summary>
    FirstState,

    /// <summary>Second optimizer state of every parameter (v).</summary>
    SecondState,

    /// <summary>Third optimizer state of every parameter (average gradient).</summary>
    ThirdState,

    /// <summary>Best parameters kept by early stopping.</summary>
    Best,

    /// <summary>Scalars a run carries from update to update.</summary>
    Counter,

    /// <summary>Gradients of every parameter, as the optimizer takes them.</summary>
    Gradient,

    /// <summary>Written once, when the program is compiled.</summary>
    Constant,

    /// <summary>Everything an update writes before it reads it.</summary>
    Scratch,
}
