using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// A stretch of one body during which a lock is held: a lock statement, a using of something that a lock method
/// returned, or the stretch from an entering call to the last leaving call before the next entering one.
/// </summary>
/// <param name="Span">The stretch.</param>
/// <param name="Lock">What is locked: the object of the statement, the receiver of the call; null where a static call
/// names none.</param>
/// <param name="Scope">Whom it keeps out.</param>
internal sealed record LockRegion(TextSpan Span, IOperation? Lock, LockScope Scope)
{
    /// <summary>The regions of a body, and the calls in it that enter locks and leave them.</summary>
    public static IReadOnlyList<LockRegion> FindAll(
        MethodBody method, EffectTable table, List<LockCall> enters, List<LockCall> exits)
    {
        var regions = new List<LockRegion>();
        foreach (var operation in method.Operations)
        {
            switch (operation)
            {
                case ILockOperation { Body: var body, LockedValue: var locked }:
                    regions.Add(new(body.Syntax.Span, locked, LockScope.Process));
                    break;
                case IUsingOperation { Resources: var resource, Body: var body }
                    when resource.DescendantsAndSelf().FirstOrDefault(IsLockCall) is IInvocationOperation call:
                    regions.Add(new(body.Syntax.Span, LockOf(call), LockCall.ScopeOf(call)));
                    break;
                case IUsingDeclarationOperation { Parent: { } block } declaration
                    when declaration.Descendants().FirstOrDefault(IsLockCall) is IInvocationOperation call:
                    var declared = declaration.Syntax.Span.End;
                    regions.Add(new(
                        TextSpan.FromBounds(declared, Math.Max(declared, block.Syntax.Span.End)),
                        LockOf(call), LockCall.ScopeOf(call)));
                    break;
                case IInvocationOperation call
                    when table.Candidates(call.TargetMethod, call.Instance?.Type) is [var match, ..]:
                    if (match.Row.Kind == EffectKind.LockEnter)
                        enters.Add(LockCall.From(call, match.Technology));
                    else if (match.Row.Kind == EffectKind.LockExit)
                        exits.Add(LockCall.From(call, match.Technology));
                    break;
            }
        }

        regions.AddRange(Pair(enters, exits, method.Root.Syntax.Span.End));
        return regions;
    }

    static IEnumerable<LockRegion> Pair(List<LockCall> enters, List<LockCall> exits, int end)
    {
        foreach (var enter in enters)
        {
            var next = enters.Where(other => other.Name == enter.Name && other.End > enter.End)
                .Select(other => other.End).DefaultIfEmpty(end).Min();
            var stop = exits.Where(exit => exit.Name == enter.Name && exit.End > enter.End && exit.End <= next)
                .Select(exit => exit.End).DefaultIfEmpty(next).Max();
            yield return new(TextSpan.FromBounds(enter.End, stop), LockOf(enter.Call), enter.Scope);
        }
    }

    /// <summary>The receiver, or the first argument of a static call (<c>Monitor.Enter(gate)</c>).</summary>
    static IOperation? LockOf(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    /// <summary>
    /// <c>EnterScope()</c>, <c>LockAsync()</c>, <c>AcquireAsync(key)</c>: async locks come from many libraries, so the
    /// verb decides. It can only make rules silent.
    /// </summary>
    public static bool IsLockCall(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: var name }
        && (name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("Acquire", StringComparison.Ordinal)
            || name.IndexOf("Lock", StringComparison.Ordinal) >= 0);
}
