using System.Collections.Immutable;

namespace Lessons;

/// <summary>A number as a learner types it: <c>0.25</c>, <c>-1e-3</c>, <c>0.5 * 0.5</c>, also with full-width digits or the printed minus and times.</summary>
public static class TypedNumber
{
    /// <summary>The number, or the error that says where it cannot be read.</summary>
    public static TextResult<double> Read(string text)
    {
        var plain = string.Concat(text.Trim().Select(Plain));
        var parsed = Expression.Parse(plain);
        return parsed.Ok ? parsed.Value.Number(Nothing.Instance) : new(parsed.Error);
    }

    private static char Plain(char c) => c switch
    {
        '−' or '－' or '–' => '-',
        '×' or '·' or '∙' or '＊' => '*',
        '÷' or '／' => '/',
        '．' or '。' => '.',
        '（' => '(',
        '）' => ')',
        '＋' => '+',
        '　' => ' ',
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        _ => c,
    };

    /// <summary>A run without values: names of the run are no numbers to type.</summary>
    private sealed class Nothing : IRunValues, IRunNames
    {
        public static Nothing Instance { get; } = new();

        public IRunNames Names => this;

        IEnumerable<string> IRunNames.Names => [];

        public IEnumerable<string> Layers => [];

        public IEnumerable<string> Variants => [];

        public long Update => 0;

        public long Epoch => 0;

        public bool TryShape(string name, out ImmutableArray<int> shape)
        {
            shape = [];
            return false;
        }

        IRunNames? IRunNames.Variant(string name) => null;

        public bool TryGet(string name, out Tensor value)
        {
            value = null!;
            return false;
        }

        public IRunValues? At(long update) => null;

        public IRunValues? Variant(string name) => null;

        public ImmutableArray<double>? History(Syntax of, Func<IRunValues, double> value) => null;

        public Tensor? Theory(string name) => null;

        public Tensor? LargestSlopes(string layer) => null;
    }
}
