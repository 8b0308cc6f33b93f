using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>
/// Collects what a parser finds. The analyzers report it; the generators only want to know whether there is any, and
/// then emit nothing for the class.
/// </summary>
internal sealed class UsageProblems
{
    readonly List<UsageProblem> _found = [];

    public IReadOnlyList<UsageProblem> Found => _found;

    public bool Any => _found.Count > 0 || IsBrokenElsewhere;

    /// <summary>A type that is needed is broken itself; what is wrong is reported there, once.</summary>
    public bool IsBrokenElsewhere { get; set; }

    public void Add(UsageRule rule, Location place, string subject, string fact, string remedy) =>
        _found.Add(new(rule, place, subject, fact, remedy));
}
