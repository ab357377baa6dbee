using System.Numerics;

namespace Core;

/// <summary>
/// Moves a program to any moment of its run, forward and back. Back is the nearest checkpoint and forward again, so it ends on the same bits.
/// Stepping runs the plain list of operations; whole updates on the way run the fused one.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Timeline<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Memory for checkpoints unless stated otherwise: 96 MiB.</summary>
    public const long DefaultMemory = 96L << 20;

    private readonly Checkpoints<T> checkpoints;
    private readonly T[] updateStart;
    private readonly Changes<T> changes = new();
    private int next;

    /// <summary>A timeline of <paramref name="program"/>, at the initial state.</summary>
    /// <param name="program">Moved by this timeline alone from now on.</param>
    /// <param name="memory">Bytes for checkpoints.</param>
    public Timeline(TrainingProgram<T> program, long memory = DefaultMemory)
    {
        Program = program;
        checkpoints = new Checkpoints<T>(program.State.Length, memory);
        updateStart = new T[program.State.Length];
        program.Reset();
        checkpoints.Offer(0, program.State);
        program.State.CopyTo(updateStart);
        next = program.Operations.Length;
    }

    /// <summary>The program that is moved.</summary>
    public TrainingProgram<T> Program { get; }

    /// <summary>Where the run is.</summary>
    public Moment Now { get; private set; }

    /// <summary>The operation that ran last, with what it read and wrote; nothing at the initial state and where a jump was cancelled.</summary>
    public Step<T>? Current { get; private set; }

    /// <summary>The furthest update reached so far.</summary>
    public long Reached { get; private set; }

    /// <summary>Told after each update that is completed, also on the way to another one and when it is repeated: which, and whether it was stepped (then its observations are there too).</summary>
    /// <remarks>It may read the program and run <see cref="TrainingProgram{T}.Evaluate"/>.</remarks>
    public Action<long, bool>? UpdateFinished { get; set; }

    /// <summary>Bytes held by checkpoints.</summary>
    public long CheckpointBytes => checkpoints.Bytes;

    /// <summary>Whether every step of the current update is done.</summary>
    public bool IsAtUpdateEnd => Program.NextShown(next) >= Program.Operations.Length;

    /// <summary>Whether the run is over: its length is reached, or a rule has stopped it.</summary>
    public bool IsAtEnd => IsAtUpdateEnd && (Now.Update >= Program.LastUpdate || Program.IsStopped);

    /// <summary>A parameter or another part of the state as it was before the current update; nothing for what is no state.</summary>
    public Tensor<T>? BeforeUpdate(string name) => StateCopy.Read(Program, updateStart, name);

    /// <summary>Runs the next operation. At the end of the run nothing happens and the result is false.</summary>
    public bool StepForward()
    {
        if (IsAtEnd) return false;
        if (IsAtUpdateEnd) BeginUpdate(Now.Update + 1);
        RunNext(isShown: true);
        return true;
    }

    /// <summary>Undoes the last operation. At the initial state nothing happens and the result is false.</summary>
    public bool StepBack()
    {
        if (Now == Moment.Start) return false;
        if (Now.Step > 1) Seek(new Moment(Now.Update, Now.Step - 1));
        else SeekUpdate(Now.Update - 1);
        return true;
    }

    /// <summary>To the end of an update, or as far as the run goes; 0 is the initial state.</summary>
    public void SeekUpdate(long update, CancellationToken cancellation = default)
    {
        if (StandBefore(update, cancellation)) WalkToUpdateEnd();
    }

    /// <summary>To a moment, or as far as the run goes.</summary>
    public void Seek(Moment target, CancellationToken cancellation = default)
    {
        var isAhead = Now.Step > 0 && target.Update == Now.Update && target.Step >= Now.Step;
        if (target.Step <= 0) SeekUpdate(target.Update - 1, cancellation);
        else if (target.Update > Program.LastUpdate) SeekUpdate(target.Update, cancellation);
        else if (isAhead || StandBefore(target.Update, cancellation))
            while (Now.Step < target.Step && !IsAtUpdateEnd) RunNext(isShown: Now.Step + 1 == target.Step);
    }

    /// <summary>To just after the buffer <paramref name="name"/> was written in an update; false if that update does not write it.</summary>
    public bool Seek(long update, string name, CancellationToken cancellation = default)
    {
        if (!StandBefore(update, cancellation)) return false;
        do
        {
            if (Current?.Name == name && Now.Update == update) return true;
        }
        while (!IsAtUpdateEnd && StepForward());
        return Current?.Name == name && Now.Update == update;
    }

    /// <summary>Stands where the program stands: at the end of an update to which <see cref="RunsInLanes{T}"/> has trained it, with the bits that this timeline would have left.</summary>
    public void Adopt()
    {
        StandAt(Program.Run.Update, Program.Operations.Length);
        Finished(Program.Run.Update, isStepped: false);
    }

    /// <summary>A hash of everything the run carries on, and of what this update has written so far: equal at equal moments.</summary>
    public ulong StateHash() => MomentHash.Of(Program, Now, next);

    /// <summary>Changes one value of the state by hand (a weight, a bias, an optimizer's memory) at this moment; what lies ahead is computed anew.</summary>
    /// <exception cref="ArgumentException">No buffer of the state has that name, or the index does not fit its shape.</exception>
    public void Change(string name, ReadOnlySpan<int> index, T value)
    {
        var buffer = Program.StateBuffers.FirstOrDefault(buffer => buffer.Name == name)
            ?? throw new ArgumentException($"{name} cannot be changed: every update computes it anew. Change one of {string.Join(", ", Program.StateBuffers.Select(b => b.Name))}.");
        buffer.Stored()[buffer.Offset(index)] = value;
        ForgetAhead();
    }

    /// <summary>Makes what lies ahead be computed anew, after values of the state were changed by hand at this moment: from now on the change belongs to the run, from wherever one comes back.</summary>
    public void ForgetAhead()
    {
        changes.Keep(PlaceOfChange, Program.State);
        checkpoints.ForgetAfter(Now.Update - 1);
        if (IsAtUpdateEnd) checkpoints.Offer(Now.Update, Program.State);
        Reached = Now.Update;
    }

    private Moment PlaceOfChange => IsAtUpdateEnd ? new Moment(Now.Update, int.MaxValue) : Now;

    // Stands just before the first step of an update (at update 0: in the initial state). False if the run ends before it.
    private bool StandBefore(long update, CancellationToken cancellation)
    {
        update = Math.Clamp(update, 0, Program.LastUpdate);
        if (update == 0)
        {
            Restore((0, checkpoints.Before(0)!.Value.State));
            return false;
        }

        if (Now.Update == update && Now.Step > 0)
        {
            updateStart.CopyTo(Program.State);
            StandAt(update, 0);
        }
        else if (!(Now.Update == update - 1 && IsAtUpdateEnd)) TrainTo(update - 1, cancellation);
        if (Now.Update < update - 1 || (Now.Update == update - 1 && Program.IsStopped))
        {
            ShowEnd();
            return false;
        }

        if (Now.Update == update - 1) BeginUpdate(update);
        return true;
    }

    private void TrainTo(long update, CancellationToken cancellation)
    {
        var nearest = checkpoints.Before(update)!.Value;
        var isOnTheWay = IsAtUpdateEnd && Now.Update <= update && Now.Update >= nearest.Update;
        if (!isOnTheWay) Restore(nearest);
        while (Now.Update < update && !Program.IsStopped)
        {
            cancellation.ThrowIfCancellationRequested();
            // An update that failed half way leaves the program ahead of the timeline.
            if (Program.Run.Update != Now.Update) Program.Place(Now.Update);
            if (changes.IsIn(Now.Update + 1))
            {
                BeginUpdate(Now.Update + 1);
                WalkToUpdateEnd();
                continue;
            }

            Program.Train();
            Finished(Program.Run.Update, isStepped: false);
        }
    }

    private void WalkToUpdateEnd()
    {
        while (!IsAtUpdateEnd) RunNext(isShown: false);
    }

    // The run has stopped by itself at the current update, which fast training left without its observations: show it in full.
    private void ShowEnd()
    {
        var last = Now.Update;
        if (Current?.Update == last) return;
        TrainTo(last - 1, CancellationToken.None);
        BeginUpdate(last);
        WalkToUpdateEnd();
    }

    private void BeginUpdate(long update)
    {
        Program.State.CopyTo(updateStart);
        StandAt(update, 0);
    }

    private void Restore((long Update, T[] State) checkpoint)
    {
        checkpoint.State.CopyTo(Program.State);
        StandAt(checkpoint.Update, Program.Operations.Length);
    }

    private void StandAt(long update, int operation)
    {
        Program.Place(update);
        (Now, next, Current) = (new Moment(update, 0), operation, null);
    }

    // What a step has read and written is copied where somebody stands afterwards; on the way there it only runs.
    private void RunNext(bool isShown)
    {
        var index = Program.NextShown(next);
        Program.RunHidden(next, index);
        var operation = Program.Operations[index];
        var step = isShown || Program.NextShown(index + 1) >= Program.Operations.Length ? Step<T>.Run(operation, Program.Run, Now.Step + 1) : null;
        if (step is null) operation.Run(Program.Run);
        (Current, next) = (step, index + 1);
        Now = new Moment(Now.Update, Now.Step + 1);
        if (IsAtUpdateEnd)
        {
            Program.RunHidden(next, Program.Operations.Length);
            next = Program.Operations.Length;
        }

        changes.Apply(PlaceOfChange, Program.State);
        if (IsAtUpdateEnd) Finished(Now.Update, isStepped: true);
    }

    private void Finished(long update, bool isStepped)
    {
        if (Now.Update != update) (Now, Current) = (new Moment(update, 0), null);
        next = Program.Operations.Length;
        Reached = Math.Max(Reached, update);
        checkpoints.Offer(update, Program.State);
        UpdateFinished?.Invoke(update, isStepped);
    }
}
