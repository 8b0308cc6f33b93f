using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3007: a contract's member looks at its token before or while it stores, and a call that was cancelled ends with
/// OperationCanceledException: not with another exception, and not as if it were done. A token that nobody looks at is a
/// hint only, as it is for CA2016.
/// </summary>
internal sealed class CancellationMustBeHonoured() : StoreRule(Descriptors.SK3007_CancellationMustBeHonoured)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
        {
            if (store.FramesOf(member.Implementation) is not [var entry, ..] frames || TokenOf(entry) is not { } token)
                continue;
            if (!Uses(entry.Body, token))
            {
                if (FirstCallWithout(frames) is var (call, frame))
                    yield return new(
                        call.Syntax.GetLocation(), frame,
                        [member.DisplayName, "does not look at its cancellation token, which this call would take",
                            $"Pass '{token.Name}' on"])
                    {
                        Severity = DiagnosticSeverity.Info,
                    };
                continue;
            }

            if (frames.Any(TimeLimit.IsIn))
                continue;
            foreach (var frame in frames)
                foreach (var operation in frame.OwnOperations)
                    if (operation is ICatchClauseOperation clause
                        && CaughtCancellation.Of(clause, token, frame, frames) is { } caught)
                        yield return new(
                            caught.Location, frame, [member.DisplayName, caught.Fact, caught.Remedy])
                        {
                            Severity = caught.IsCertain ? null : DiagnosticSeverity.Info,
                        };
        }
    }

    static IParameterSymbol? TokenOf(Frame entry) =>
        entry.Body.Method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == nameof(CancellationToken));

    static bool Uses(MethodBody code, IParameterSymbol token)
    {
        foreach (var operation in code.Operations)
            if (operation is IParameterReferenceOperation { Parameter: var used }
                && SymbolEqualityComparer.Default.Equals(used, token))
                return true;
        return false;
    }

    static (IInvocationOperation Call, Frame Frame)? FirstCallWithout(IEnumerable<Frame> frames)
    {
        foreach (var frame in frames)
            foreach (var operation in frame.OwnOperations)
                if (operation is IInvocationOperation call && TokenSlot.IsLeftEmpty(call)
                    && frame.EffectsAt(call).Any(effect => effect.Technology.IsSharedStore))
                    return (call, frame);
        return null;
    }
}
