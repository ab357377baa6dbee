using System.Numerics;

namespace Core;

/// <summary>The three products of a dense layer, on several threads where that is asked for and pays; the split changes no bit.</summary>
internal static unsafe class Products
{
    // Multiply-adds below which handing out work costs more than it saves.
    private const long WorthSplitting = 200_000;

    public static void Forward<T>(T* x, T* w, T* bias, T* z, int batch, int inputs, int outputs, WorkerPool? workers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Splits(workers, batch, inputs, outputs, outputs))
            SplitForward(x, w, bias, z, batch, inputs, outputs, workers);
        else MatMul.Forward(x, w, bias, z, batch, inputs, outputs);
    }

    public static void WeightGradient<T>(T* x, T* dz, T* dw, int batch, int inputs, int outputs, WorkerPool? workers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Splits(workers, batch, inputs, outputs, outputs))
            SplitWeightGradient(x, dz, dw, batch, inputs, outputs, workers);
        else MatMul.WeightGradient(x, dz, dw, batch, inputs, outputs);
    }

    public static void InputGradient<T>(T* dz, T* w, T* dx, T* scratch, int batch, int inputs, int outputs, WorkerPool? workers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outputs > 1 && Splits(workers, batch, inputs, outputs, inputs))
            SplitInputGradient(dz, w, dx, scratch, batch, inputs, outputs, workers);
        else MatMul.InputGradient(dz, w, dx, scratch, batch, inputs, outputs);
    }

    // Apart from the methods above, because a method with a closure allocates it on every call, split or not.
    private static void SplitForward<T>(T* x, T* w, T* bias, T* z, int batch, int inputs, int outputs, WorkerPool workers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        workers.Split(outputs, (from, to) => MatMul.Forward(x, w, bias, z, batch, inputs, outputs, from, to));

    private static void SplitWeightGradient<T>(T* x, T* dz, T* dw, int batch, int inputs, int outputs, WorkerPool workers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        workers.Split(outputs, (from, to) => MatMul.WeightGradient(x, dz, dw, batch, inputs, outputs, from, to));

    private static void SplitInputGradient<T>(T* dz, T* w, T* dx, T* scratch, int batch, int inputs, int outputs, WorkerPool workers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Transpose.Run(w, scratch, inputs, outputs);
        workers.Split(inputs, (from, to) => MatMul.InputGradient(dz, scratch, dx, batch, inputs, outputs, from, to));
    }

    private static bool Splits([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] WorkerPool? workers, int batch, int inputs, int outputs, int columns) =>
        workers is not null && columns >= 32 && (long)batch * inputs * outputs >= WorthSplitting;
}
