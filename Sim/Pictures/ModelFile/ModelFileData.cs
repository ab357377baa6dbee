using System.Collections.Immutable;
using System.Text;
using Core;

namespace Sim;

/// <summary>A piece of a model's file.</summary>
/// <param name="Offset">Its first byte, from 0.</param>
/// <param name="Bytes">Its first bytes.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Name">The tensor; empty for the header.</param>
/// <param name="Shape">Its shape, or what the header says.</param>
/// <param name="Value">The first number; null for the header.</param>
/// <param name="IsParameter">Whether a prediction needs it.</param>
internal sealed record FilePiece(long Offset, ImmutableArray<byte> Bytes, long Length, string Name, string Shape, float? Value, bool IsParameter);

/// <summary>What the file of this run's model would hold if it were saved now.</summary>
/// <param name="Pieces">Length of the header, header, tensors, in the order of the file.</param>
/// <param name="Length">Bytes of the whole file.</param>
/// <param name="Focus">The tensor of the step, or empty.</param>
internal sealed record ModelFileData(ImmutableArray<FilePiece> Pieces, long Length, string Focus)
{
    private const int ShownBytes = 8, ShownText = 300;

    public static ModelFileData From(RunView view, TrainingProgram<float> program)
    {
        var model = SavedModel.Of(program);
        byte[] file = model.File.ToBytes();
        int header = (int)BitConverter.ToInt64(file);
        string text = Encoding.UTF8.GetString(file, 8, header).TrimEnd();
        // The text of the experiment is long, and comes first: what the tensors are is what is to be seen.
        int tensors = text.IndexOf($"\"{model.File.Tensors[0].Name}\"", StringComparison.Ordinal);
        var pieces = ImmutableArray.CreateBuilder<FilePiece>();
        pieces.Add(new(0, [.. file[..8]], 8, "", $"{header}", null, false));
        pieces.Add(new(8, [.. file[8..16]], header, "", "{ … " + text[Math.Max(0, tensors)..Math.Min(text.Length, Math.Max(0, tensors) + ShownText)], null, false));
        long at = 8 + header;
        var parameters = program.Parameters.Select(parameter => parameter.Name).ToHashSet();
        foreach (var tensor in model.File.Tensors)
        {
            var bytes = tensor.Bytes.Span;
            pieces.Add(new(at, [.. bytes[..Math.Min(ShownBytes, bytes.Length)]], bytes.Length, tensor.Name, tensor.Shape.IsEmpty ? "" : $"[{string.Join(',', tensor.Shape)}]",
                tensor.Type == "F32" && bytes.Length >= 4 ? BitConverter.ToSingle(bytes) : null, parameters.Contains(tensor.Name)));
            at += bytes.Length;
        }

        return new ModelFileData(pieces.ToImmutable(), file.Length, view.Step?.Name ?? "");
    }
}
