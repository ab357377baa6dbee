using System.Runtime.CompilerServices;
using Lessons;

namespace Sim;

/// <summary>What pictures have worked out about a run and need again at its next moment. Forgets a run that is gone.</summary>
internal sealed class PictureMemory
{
    private readonly ConditionalWeakTable<LessonRun, Dictionary<object, object>> _runs = [];

    /// <summary>What was made under this key for this run, or what is made now.</summary>
    public T Of<T>(LessonRun run, object key, Func<T> make) where T : class
    {
        var known = _runs.GetOrCreateValue(run);
        if (known.TryGetValue(key, out object? made)) return (T)made;
        var fresh = make();
        known[key] = fresh;
        return fresh;
    }
}
