using Core;

namespace Sim;

/// <summary>Saved models on the disk.</summary>
internal static class ModelFiles
{
    private const long Most = 2L << 30;

    /// <summary>The model of a file.</summary>
    /// <exception cref="RequestException">It cannot be read, or is no model.</exception>
    public static SavedModel Read(IFiles files, string path) => Told(path, () => SavedModel.Read(files.Read(path, Most)));

    /// <summary>Runs something that reads the contents of a model's file; what is wrong with them is told with its path.</summary>
    public static T Told<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ModelFileException wrong)
        {
            throw new RequestException($"{path}: {wrong.Message}");
        }
    }

    /// <summary>The experiment that is part of a model.</summary>
    /// <exception cref="RequestException">There is none, or it is wrong.</exception>
    public static OpenedExperiment Experiment(CommandHost host, string path, SavedModel model, string? variant, IReadOnlyList<string>? sets)
    {
        if (model.Experiment is not { } text)
            throw new RequestException($"{path}: given tensors without an experiment; expected a model that sim has saved. Name the lesson or experiment file as well: sim run LESSON --load {path}");
        var problems = new Problems();
        var tree = JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes(text), problems) ?? throw ExperimentOpener.Wrong($"{path}: its experiment", problems);
        string name = tree["name"]?.Text is { Length: > 0 } own ? own : Path.GetFileName(path);
        return new ExperimentOpener(host).Finish(name, new("file", new(name, name), new("", ""), tree, []), new("file", null, [], null), variant, sets, Path.GetDirectoryName(path) ?? "");
    }
}
