using System.Collections.Immutable;

namespace Core;

/// <summary>Decides what a table is for.</summary>
public static class CsvPlanner
{
    /// <summary>A target of at most so many different whole numbers, each at least twice on average, is a class.</summary>
    public const int FewNumbers = 10;

    /// <summary>A column of more different texts is taken for names and left out unless it is asked for.</summary>
    public const int MostTexts = 100;

    private const int MostClasses = 1000, FewRows = 10;

    /// <summary>
    /// Target: the stated column, else the last. Its kind: as stated; text is a class; at most <see cref="FewNumbers"/> different whole numbers, each at
    /// least twice on average, too; else a number. Inputs: as stated, else all other columns that have a value, not always the same, and are no names.
    /// </summary>
    /// <exception cref="BadDataException">With every reason why nothing can be learnt so.</exception>
    public static CsvPlan Plan(CsvSurvey survey, CsvRequest request)
    {
        var problems = new DataProblems();
        var target = request.Target is null ? survey.Columns[^1] : Find(survey, request.Target, "target", problems);
        var stated = request.Inputs.Select(name => Find(survey, name, "inputs", problems)).OfType<CsvColumnFacts>().ToArray();
        foreach (var name in request.Categories) Find(survey, name, "categories", problems);
        problems.ThrowIfAny();
        var (isClasses, reason) = Kind(target!, request);
        CheckTarget(target!, isClasses, problems);
        var leftOut = stated.Length > 0 ? [] : survey.Columns.Where(column => column != target).Select(column => (column.Name, Why: WhyNot(column, survey.Rows, request)))
            .Where(pair => pair.Why is not null).Select(pair => (pair.Name, pair.Why!.Value)).ToImmutableArray();
        CsvColumnFacts[] inputs = stated.Length > 0 ? stated : [.. survey.Columns.Where(column => column != target && leftOut.All(left => left.Name != column.Name))];
        problems.Require(!inputs.Contains(target!), "inputs", Shown.Text(target!.Name) + ", which is the target", "columns the model may see", "take it out");
        problems.Require(inputs.Length > 0, "inputs", leftOut.IsEmpty ? "only the target column" : $"no column with different values besides the target ({Shown.Names([.. leftOut.Select(left => left.Name)])} left out)",
            "at least one other column", "add columns, or name the inputs");
        Fields(target, isClasses, inputs, request, problems);
        problems.ThrowIfAny();
        var classes = isClasses ? CsvCategories.Sorted(target.Distinct).ToImmutableArray() : [];
        var plan = new CsvPlan(request, survey.Rows, target.Name, isClasses, reason, classes, [.. inputs], leftOut, inputs.Length);
        return plan with { Width = inputs.Length + plan.Categories.Sum(column => column.Distinct.Length - 1) };
    }

    private static CsvColumnFacts? Find(CsvSurvey survey, string name, string what, DataProblems problems)
    {
        if (survey.Columns.FirstOrDefault(column => column.Name == name) is { } found) return found;
        string[] names = [.. survey.Columns.Select(column => column.Name)];
        problems.Add(what, $"column {Shown.Text(name)}, which the table does not have", $"one of {Shown.Names(names)}",
            Nearest.Of(name, names) is { } near ? $"did you mean {Shown.Text(near)}? (upper and lower case differ)" : "correct the name (upper and lower case differ)");
        return null;
    }

    private static (bool IsClasses, CsvTargetReason Reason) Kind(CsvColumnFacts target, CsvRequest request) =>
        request.IsClasses is { } stated ? (stated, CsvTargetReason.Stated)
        : target.Texts > 0 && !target.HasDecimalCommas ? (true, CsvTargetReason.Text)
        : target.IsWhole && target.Texts == 0 && !target.HasMore && target.Distinct.Length <= FewNumbers && target.Distinct.Length * 2 <= target.Given ? (true, CsvTargetReason.FewWholeNumbers)
        : (false, CsvTargetReason.ManyNumbers);

    private static void CheckTarget(CsvColumnFacts target, bool isClasses, DataProblems problems)
    {
        var place = $"target {Shown.Text(target.Name)}";
        if (target.Given == 0) problems.Add(place, "no value in any row", "a value to learn in every row", "name another column");
        else if (target.IsConstant) problems.Add(place, $"{Shown.Text(target.Distinct[0])} in every row", "at least two different values", "name another column: there is nothing to learn");
        else if (isClasses && (target.HasMore || target.Distinct.Length > MostClasses))
            problems.Add(place, $"{(target.HasMore ? "more than " : "")}{target.Distinct.Length} different values", $"at most {MostClasses} classes",
                target.Texts > 0 ? "name another column, or correct its numbers" : "learn it as a number (task: numbers)");
    }

    private static CsvLeftOut? WhyNot(CsvColumnFacts column, long rows, CsvRequest request) =>
        column.Given == 0 ? CsvLeftOut.Empty
        : column.IsConstant ? CsvLeftOut.Constant
        : column.Numbers > 0 || column.HasDecimalCommas || request.Categories.Contains(column.Name) ? null
        : column.HasMore || column.Distinct.Length > MostTexts || (rows > FewRows && column.Distinct.Length == column.Given) ? CsvLeftOut.Names
        : null;

    // What stands in the fields of the columns that are used: gaps, texts among numbers, numbers without end.
    private static void Fields(CsvColumnFacts target, bool isClasses, CsvColumnFacts[] inputs, CsvRequest request, DataProblems problems)
    {
        var told = new List<DataProblem>();
        var all = 0L;
        foreach (var column in inputs.Append(target).Where(column => column.Given > 0))
        {
            var isText = column == target ? isClasses : (column.Numbers == 0 && !column.HasDecimalCommas) || request.Categories.Contains(column.Name);
            if (!isText) Take(column == target ? [.. column.FirstTexts.Select(problem => column.HasDecimalCommas ? problem : problem with { Remedy = "correct it, or learn classes (task: classes)" })] : column.FirstTexts, column.Texts);
            if (!isText) Take(column.FirstEndless, column.Endless);
            if (request.Missing == CsvMissing.Refuse || (request.Missing == CsvMissing.Mean && column == target)) Take(column.FirstMissing, column.Missing);
        }
        foreach (var problem in told.OrderBy(problem => problem.Row).ThenBy(problem => problem.Column))
            problems.Add(problem.Place, problem.Given, problem.Expected, problem.Remedy, problem.Row, problem.Column);
        problems.Count(all - told.Count);

        void Take(ImmutableArray<DataProblem> first, long count)
        {
            told.AddRange(first);
            all += count;
        }
    }
}
