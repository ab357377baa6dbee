using System.Text;

namespace Lessons.Tests;

/// <summary>Small lessons for tests, read from text like any other.</summary>
internal static class RunLessons
{
    /// <summary>The worked example of docs/lessons.md.</summary>
    public static Lesson Doubling { get; } = Read(LessonDocTests.Example);

    /// <summary>2-4-1 on the four corners; variants with a large rate, ReLU and dead units.</summary>
    public static Lesson Xor { get; } = Of(
        """
        {"data": {"type": "xor"}, "layers": [
            {"units": 4, "activation": "tanh", "initialWeights": {"type": "lcg", "seed": 1}},
            {"units": 1, "activation": "sigmoid", "initialWeights": {"type": "lcg", "seed": 1}}],
         "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.5}, "length": {"updates": 100000}, "evaluation": {"every": 0}}
        """,
        """
        {"id": "fast", "title": {"en": "fast", "zh": "快"}, "set": {"optimizer.learningRate": 5}},
        {"id": "dead", "title": {"en": "dead", "zh": "死"}, "set": {"layers[0].activation": "relu", "layers[0].initialBias": [-9, 0.5, -9, 1]}},
        {"id": "batches", "title": {"en": "batches", "zh": "批"}, "set": {"batches": 3, "length.updates": 40, "evaluation.every": 1}}
        """);

    public static Lesson Of(string experiment, string variants = "", string scenes = """{"text": {"en": "Look.", "zh": "看。"}}""", string claims = "") => Read(
        $$"""
        {"format": 1, "lessons": [{"id": "test", "title": {"en": "Test", "zh": "测试"}, "summary": {"en": "A test.", "zh": "测试。"}, "minutes": 1,
          "experiment": {{experiment}}, "variants": [{{variants}}], "scenes": [{{scenes}}], "claims": [{{claims}}],
          "takeaway": {"en": "It works.", "zh": "可以。"} } ]}
        """);

    public static Lesson Read(string text)
    {
        var read = LessonReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal("", read.Problems.ToString());
        return read.Book!.Lessons[0];
    }

    public static LessonRuns Start(this Lesson lesson, params string[] settings) => LessonRuns.Start(lesson, settings).Runs!;

    public static double Number(this IRunValues values, string expression) => Expression.Parse(expression).OrThrow().Number(values).OrThrow();

    public static bool Holds(this IRunValues values, string expression) => Expression.Parse(expression).OrThrow().Holds(values).OrThrow();

    public static Arrival Go(this LessonRun run, string position) => run.Go(Position.Parse(position).OrThrow());
}
