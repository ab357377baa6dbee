using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Core;

/// <summary>
/// A model as a file: the structure (its experiment, as text) and the numbers (weights, what the optimizer remembers, how inputs are scaled,
/// and after which update this was). Everything a run needs to go on, or to predict.
/// </summary>
/// <param name="File">The tensors and texts.</param>
public sealed record SavedModel(TensorFile File)
{
    private const string Format = "sim.format", ExperimentText = "sim.experiment", UpdateText = "sim.update", LengthText = "sim.length", ShapeText = "sim.inputShape",
        ClassesText = "sim.classNames", InputsText = "sim.inputNames", This = "1";

    /// <summary>The update after which it was saved; nothing for weights from elsewhere.</summary>
    public long? Update => File.Metadata.GetValueOrDefault(UpdateText) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var update) && update <= int.MaxValue ? update
        : throw new ModelFileException($"{UpdateText} {Shown.Text(text)}", $"a whole number from 0 to {int.MaxValue}", "take a file that sim has saved");

    /// <summary>The experiment as JSON; nothing for weights from elsewhere.</summary>
    public string? Experiment => File.Metadata.GetValueOrDefault(ExperimentText);

    /// <summary>Whether its numbers are in double precision.</summary>
    public Precision Precision => File.Tensors.Any(tensor => tensor is { Type: "F64" } && !tensor.Name.StartsWith(ModelScale.Prefix, StringComparison.Ordinal)) ? Precision.Double : Precision.Single;

    /// <summary>Shape of one input sample; empty where it is not stated.</summary>
    public ImmutableArray<int> InputShape => [.. Words(ShapeText).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
        ? size : throw new ModelFileException($"{ShapeText} {Shown.Text(word)}", "sizes of at least 1", "take a file that sim has saved"))];

    /// <summary>Names of classes, or empty.</summary>
    public ImmutableArray<string> ClassNames => Words(ClassesText);

    /// <summary>Names of inputs, or empty.</summary>
    public ImmutableArray<string> InputNames => Words(InputsText);

    /// <summary>How long the run was to be; nothing where it is not stated.</summary>
    public LengthSettings? Length => Words(LengthText) is [var updates, var epochs] ? new(Whole(updates), Whole(epochs)) : null;

    /// <summary>The program as it is now, at the end of an update.</summary>
    public static SavedModel Of<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (train, length) = (program.Data.Train, program.Experiment.Length);
        var texts = new Dictionary<string, string>
        {
            [Format] = This,
            [UpdateText] = program.Run.Update.ToString(CultureInfo.InvariantCulture),
            [LengthText] = JsonText(length.Updates?.ToString(CultureInfo.InvariantCulture) ?? "", length.Epochs?.ToString(CultureInfo.InvariantCulture) ?? ""),
            [ShapeText] = JsonText([.. train.SampleShape.Select(size => size.ToString(CultureInfo.InvariantCulture))]),
        };
        if (program.Experiment.Source is { } source) texts[ExperimentText] = JsonWriter.Write(source);
        if (!train.ClassNames.IsEmpty) texts[ClassesText] = JsonText([.. train.ClassNames]);
        if (!train.FeatureNames.IsEmpty) texts[InputsText] = JsonText([.. train.FeatureNames]);
        var tensors = program.StateBuffers.Select(buffer => StoredTensor.Of<T>(buffer.Name, buffer.Shape, buffer.ToArray(1)));
        return new SavedModel(new TensorFile(texts.ToImmutableDictionary(), [.. tensors, .. ModelScale.Tensors(program.Data)]));
    }

    /// <summary>The bytes of a safetensors file, made into a model.</summary>
    /// <exception cref="ModelFileException">It is no such file, or a damaged one.</exception>
    public static SavedModel Read(ReadOnlyMemory<byte> bytes)
    {
        var file = TensorFile.Read(bytes);
        if (file.Metadata.GetValueOrDefault(Format, This) is not This and var other)
            throw new ModelFileException($"{Format} {Shown.Text(other)}", This, "use the version of sim that saved it");
        return new SavedModel(file);
    }

    /// <summary>Writes its numbers into a program, which then stands where it was saved; weights without an update stand before the first.</summary>
    /// <exception cref="ModelFileException">It holds another network, or lacks what the program needs.</exception>
    public void Restore<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        program.Reset();
        foreach (var buffer in program.StateBuffers)
            if (Update is not null || buffer.Zone == Zone.Parameter)
                Write(buffer);
        program.Place(Update ?? 0);
    }

    /// <summary>Writes the numbers of one buffer.</summary>
    internal void Write<T>(Buffer<T> buffer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (File.Find(buffer.Name) is not { } tensor)
            throw new ModelFileException($"a file without {buffer.Name}", $"{StoredTensor.Shown(buffer.Shape)} of that name, for this network needs it", "take the file of this network, or change the network");
        if (!tensor.Shape.SequenceEqual(buffer.Shape))
            throw new ModelFileException($"{buffer.Name} of shape {StoredTensor.Shown(tensor.Shape)}", StoredTensor.Shown(buffer.Shape), "the file holds another network: change the layers, or take another file");
        var values = tensor.Values<T>();
        if (buffer.Zone == Zone.Parameter && Array.FindIndex(values, value => !T.IsFinite(value)) is var place and >= 0)
            throw new ModelFileException($"{buffer.Name} with {values[place]} at place {place}", "finite numbers", "its training diverged or the file is damaged: train again with a smaller learning rate");
        buffer.Fill(values);
    }

    private ImmutableArray<string> Words(string name)
    {
        if (File.Metadata.GetValueOrDefault(name) is not { } text) return [];
        var list = JsonValue.Parse(Encoding.UTF8.GetBytes(text), []);
        return list is { Kind: JsonKind.Array } && list.Items.All(item => item.Kind == JsonKind.String) ? [.. list.Items.Select(item => item.Text)]
            : throw new ModelFileException($"{name} {Shown.Text(text)}", "a list of texts", "take a file that sim has saved");
    }

    private static string JsonText(params string[] words) => $"[{string.Join(',', words.Select(JsonWriter.Quote))}]";

    private static long? Whole(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
