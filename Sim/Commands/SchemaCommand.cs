using Core;

namespace Sim;

/// <summary><c>sim schema</c>: JSON Schema of lessons.json; the experiment in it is also that of an experiment file.</summary>
internal sealed class SchemaCommand(CommandHost host)
{
    public int Run()
    {
        host.Out.WriteLine(SpecDocument.Schema(LessonsSpec.Root).ToJsonString(ListCommand.Readable));
        return ExitCode.Fine;
    }
}
