namespace Lessons;

/// <summary>Renders texts as they will be shown and measures them, in both languages.</summary>
internal sealed class TextCheck(ITextFit fit)
{
    private static readonly Language[] Both = [Language.English, Language.Chinese];

    /// <summary>A heading without numbers of the run.</summary>
    public void Heading(Text text, Report report)
    {
        foreach (var language in Both)
            if (!fit.FitsLine(text.Of(language), language))
                report("fit", new(Place(text), $"a heading that is too long in {Name(language)}", "one line of the lesson pane", "shorten it"));
    }

    /// <summary>A text without numbers of the run.</summary>
    public void Pages(Text text, Report report)
    {
        foreach (var language in Both) Pages(text.Of(language), text, language, report);
    }

    /// <summary>A text with numbers of the run at its moment.</summary>
    public void Spoken(Text text, IRunValues values, Report report)
    {
        foreach (var language in Both)
            if (Rendered(text, language, values, report) is { } rendered) Pages(rendered, text, language, report);
    }

    /// <summary>One line with numbers of the run at its moment.</summary>
    public void SpokenLine(Text text, IRunValues values, Report report)
    {
        foreach (var language in Both)
            if (Rendered(text, language, values, report) is { } rendered && !fit.FitsLine(rendered, language))
                report("fit", new(Place(text), $"a line that is too long in {Name(language)}", "one line of a pane", "shorten it"));
    }

    /// <summary>The numbers alone: a text that is shown in another place.</summary>
    public void Values(Text text, IRunValues values, Report report)
    {
        foreach (var language in Both) Rendered(text, language, values, report);
    }

    /// <summary>Everything a question says. Prompt and choices share their pages.</summary>
    public void Question(Question question, IRunValues values, Report report)
    {
        var choices = question is ChoiceQuestion choice ? choice.Choices : [];
        foreach (var language in Both)
        {
            string?[] parts = [Rendered(question.Prompt, language, values, report), .. choices.Select((one, k) => $"{k + 1} {Rendered(one.Text, language, values, report)}")];
            Pages(string.Join('\n', parts), question.Prompt, language, report);
        }
        var slips = question switch { NumberQuestion number => number.Slips, PredictQuestion predict => predict.Slips, _ => [] };
        foreach (var text in question.Hints.Append(question.Explain).Concat(choices.Select(one => one.Feedback)).Concat(slips.Select(slip => slip.Feedback)))
            Spoken(text, values, report);
    }

    private static string? Rendered(Text text, Language language, IRunValues values, Report report)
    {
        var parsed = InterpolatedText.Parse(text.Of(language));
        if (!parsed.Ok) return null; // The reader has said so.
        var rendered = parsed.Value.Render(values);
        if (rendered.Ok) return rendered.Value;
        report("value", new(Place(text), $"`{TextError.Cut(text.Of(language))}` in {Name(language)}", "numbers that the run has computed at this moment", $"{rendered.Error.Where}: {rendered.Error.Message}"));
        return null;
    }

    private void Pages(string text, Text source, Language language, Report report)
    {
        if (text.Length > 0 && fit.Pages(text, language) is var pages && pages > fit.MostPages)
            report("fit", new(Place(source), $"a text of {pages} pages in {Name(language)}", $"at most {fit.MostPages} pages of the lesson pane", "shorten it or make two scenes of it"));
    }

    private static Core.Place Place(Text text) => text.Place ?? new(0, 0, "");

    private static string Name(Language language) => language == Language.English ? "English" : "Chinese";
}
