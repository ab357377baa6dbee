namespace Sim;

/// <summary>The words of the activation curves.</summary>
internal static class ActivationWords
{
    public static readonly Lessons.Text Title = new("{0} · {1} and its slope", "{0} · {1} 与它的斜率"),
        Values = new("{0} values", "{0} 个值"), Mean = new("mean", "平均");
}
