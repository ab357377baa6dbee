namespace Core;

/// <summary>The part of an update that an operation belongs to, in order.</summary>
public enum Phase
{
    /// <summary>Which samples: inputs and targets.</summary>
    Batch,

    /// <summary>From inputs to outputs.</summary>
    Forward,

    /// <summary>From outputs to one number.</summary>
    Loss,

    /// <summary>From the loss back to every gradient.</summary>
    Backward,

    /// <summary>From gradients to new parameters.</summary>
    Update,

    /// <summary>What the new parameters are worth, at the end of an epoch.</summary>
    Evaluate,
}
