using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1009: entries reach the log one after the other, in the order in which they were given. A store does not write
/// them concurrently or sorted anew, and a caller does not emit a sequence of them in parallel.
/// </summary>
internal sealed class EntriesMustBeEmittedInOrder() : StoreRule(Descriptors.SK1009_EntriesMustBeEmittedInOrder)
{
    const string Concurrently = "emits them concurrently";

    public override IEnumerable<Violation> Find(Store store)
    {
        var emits = new ConcurrentEmits(store.Contracts);
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            foreach (var entry in store.EntryPoints)
                foreach (var (operation, frame) in emits.In(store.FramesOf(entry)))
                    yield return At(operation, frame, member.DisplayName, Concurrently);
            foreach (var (operation, frame) in RegroupedEntries.In(store.EffectsOf(member.Implementation)))
                yield return At(operation, frame, member.DisplayName, "gives them another order");
        }
    }

    /// <summary>Callers of a sink, but for tests, which emit concurrently to see what happens.</summary>
    public override Action<OperationAnalysisContext>? Elsewhere(Compilation compilation, StoreParts parts) =>
        TestProject.Is(compilation)
            ? null : context => Analyze(context, parts);

    void Analyze(OperationAnalysisContext context, StoreParts parts)
    {
        if (context.Operation is not IInvocationOperation call || !ConcurrentEmits.IsCandidate(call.TargetMethod)
            || context.ContainingSymbol is not IMethodSymbol { ContainingType: { } type } method
            || type.AllInterfaces.Any(parts.Contracts.IsContract)
            || parts.Contracts.IsExempt(method, Descriptor.Id))
            return;
        var frames = parts.Of(type, context.CancellationToken).FramesOf(method);
        foreach (var (operation, _) in new ConcurrentEmits(parts.Contracts).In(frames))
            if (parts.IsNew(Descriptor.Id, operation.Syntax.GetLocation()))
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, operation.Syntax.GetLocation(), "append-only contract", Concurrently));
    }

    static Violation At(IOperation operation, Frame frame, params object[] arguments) =>
        At(new Effect(EffectKind.Append, Sequences.Technology, operation, frame), arguments);
}
