using System.Text;
using Core;
using Lessons;

namespace Sim;

/// <summary><c>sim play --csv FILE</c>: the lesson that <c>sim new --csv</c> would write, without a file; with a lesson its network on the table.</summary>
internal sealed class PlayTable(CommandHost host, LessonLibrary library)
{
    /// <summary>The lesson; what was chosen for the table is said.</summary>
    /// <exception cref="RequestException">Nothing can be learnt from the table.</exception>
    public OpenedLesson Open(string? lesson, string? variant, CsvRequest request, Language language)
    {
        var own = new OwnData(host);
        var plan = own.Plan(request);
        foreach (var line in OwnDataReport.Lines(plan, language)) host.Error.WriteLine(line);
        var loader = own.Loader;
        if (lesson is not null) return library.OfExperiment(request.Path, own.Open(lesson, variant, [], plan).Experiment.Source!, loader);
        if (variant is not null and not CsvLessonScaffold.Variant) throw new RequestException($"--variant {variant}: expected {CsvLessonScaffold.Variant}, the variant of a lesson about a table.");
        return library.OfText(request.Path, Encoding.UTF8.GetBytes(CsvLessonScaffold.Text(NewFromCsv.Id(request.Path), Path.GetFileNameWithoutExtension(request.Path), plan)), loader) is var opened && variant is not null
            ? opened with { Address = opened.Address with { Variant = variant } } : opened;
    }
}
