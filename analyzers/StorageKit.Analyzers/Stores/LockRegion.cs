using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// A stretch of one body during which a lock is held: a lock statement, a using of something that a lock method
/// returned, or the stretch from an entering call to the last leaving call before the next entering one.
/// </summary>
internal sealed record LockRegion(TextSpan Span)
{
    public static IReadOnlyList<LockRegion> FindAll(IOperation root, EffectTable table)
    {
        var regions = new List<LockRegion>();
        var enters = new List<(string Lock, int Position)>();
        var exits = new List<(string Lock, int Position)>();
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case ILockOperation { Body: var body }:
                    regions.Add(new(body.Syntax.Span));
                    break;
                case IUsingOperation { Resources: var resource, Body: var body }
                    when resource.DescendantsAndSelf().Any(IsLockCall):
                    regions.Add(new(body.Syntax.Span));
                    break;
                case IUsingDeclarationOperation { Parent: { } block } declaration
                    when declaration.Descendants().Any(IsLockCall):
                    var declared = declaration.Syntax.Span.End;
                    regions.Add(new(TextSpan.FromBounds(declared, Math.Max(declared, block.Syntax.Span.End))));
                    break;
                case IInvocationOperation call
                    when table.Candidates(call.TargetMethod, call.Instance?.Type) is [var match, ..]:
                    if (match.Row.Kind == EffectKind.LockEnter)
                        enters.Add((LockName(call), call.Syntax.Span.End));
                    else if (match.Row.Kind == EffectKind.LockExit)
                        exits.Add((LockName(call), call.Syntax.Span.End));
                    break;
            }
        }

        regions.AddRange(Pair(enters, exits, root.Syntax.Span.End));
        return regions;
    }

    static IEnumerable<LockRegion> Pair(
        List<(string Lock, int Position)> enters, List<(string Lock, int Position)> exits, int end)
    {
        foreach (var (name, start) in enters)
        {
            var next = enters.Where(enter => enter.Lock == name && enter.Position > start)
                .Select(enter => enter.Position).DefaultIfEmpty(end).Min();
            var stop = exits.Where(exit => exit.Lock == name && exit.Position > start && exit.Position <= next)
                .Select(exit => exit.Position).DefaultIfEmpty(next).Max();
            yield return new(TextSpan.FromBounds(start, stop));
        }
    }

    /// <summary>
    /// The lock is the receiver, or the first argument of a static call (<c>Monitor.Enter(gate)</c>).
    /// </summary>
    static string LockName(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Syntax.ToString() ?? "";

    /// <summary>
    /// <c>EnterScope()</c>, <c>LockAsync()</c>, <c>AcquireAsync(key)</c>: async locks come from many libraries, so the
    /// verb decides. It can only make rules silent.
    /// </summary>
    static bool IsLockCall(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: var name }
        && (name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("Acquire", StringComparison.Ordinal)
            || name.IndexOf("Lock", StringComparison.Ordinal) >= 0);
}
