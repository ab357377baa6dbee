namespace Sim;

/// <summary>Opens a table that is read twice: once to look, once to learn.</summary>
internal static class CsvFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static TextReader Open(IFiles files, string path)
    {
        // A pipe nobody writes to would be waited for without end.
        var opening = Task.Run(() => files.OpenText(path));
        try
        {
            if (!opening.Wait(Patience)) throw Pipe(path, "nobody writes to it");
        }
        catch (AggregateException wrong) when (wrong.InnerException is RequestException request)
        {
            throw request;
        }

        if (opening.Result is not StreamReader { BaseStream.CanSeek: false } reader) return opening.Result;
        reader.Dispose();
        throw Pipe(path, "it can be read only once");
    }

    private static RequestException Pipe(string path, string why) =>
        new($"{path}: given a pipe or a device ({why}); expected a file, for a table is read twice: first to see what its columns are. Write it into a file first.");
}
