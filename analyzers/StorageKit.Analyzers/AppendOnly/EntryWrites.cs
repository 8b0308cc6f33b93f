using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// What an append-only member does with the entry beside the technology that a rule looks at. A rule that finds no
/// append of its own technology asks here before it takes an overwrite for the log: it may be a cache beside it.
/// </summary>
internal sealed class EntryWrites(Store store, ContractMember member)
{
    public ContractMember Member => member;

    /// <summary>The effects that the member's code has, helpers included.</summary>
    public IReadOnlyList<Effect> Reached { get; } = store.EffectsOf(member.Implementation);

    /// <summary>The methods that the member's code runs.</summary>
    public IReadOnlyList<Frame> Frames => store.FramesOf(member.Implementation);

    /// <summary>True when a store that outlives the process, other than these, gets something added.</summary>
    public bool AddTo(Technology[] excluded)
    {
        foreach (var effect in Reached)
            if (effect.Technology.IsSharedStore && !excluded.Contains(effect.Technology)
                && effect is { Kind: EffectKind.Append or EffectKind.CreateOnly }
                    or { Statement.Verb: SqlVerb.Insert or SqlVerb.Merge or SqlVerb.MergeMatched })
                return true;
        return false;
    }

    /// <summary>
    /// True when the entry, or what was made of it, goes to a call that nothing is known of: another sink, a queue, a
    /// socket, an author's own store.
    /// </summary>
    public bool AreHandedOn(Func<IMethodSymbol, bool>? isKnown = null)
    {
        foreach (var frame in Frames)
            foreach (var operation in frame.Operations)
                if (operation is IInvocationOperation call && CanStore(call.TargetMethod)
                    && isKnown?.Invoke(call.TargetMethod) != true
                    && frame.CalleeAt(call) is null && frame.EffectsAt(call).Count == 0 && !IsEvent(call)
                    && call.Arguments.Any(argument => EntryFlow.CarriesEntry(argument.Value, frame)))
                    return true;
        return false;
    }

    /// <summary>A call that only answers a value has made something of the entry, not stored it.</summary>
    static bool CanStore(IMethodSymbol method) =>
        (method.ReturnsVoid || method.ReturnType is { SpecialType: SpecialType.System_Boolean }
            || method.ReturnType.Name is "Task" or "ValueTask")
        && !IsHarmless(method.ContainingType);

    /// <summary>Checks, conversions, collections, logs, and the contract's own domain types.</summary>
    public static bool IsHarmless(INamedTypeSymbol type) =>
        type.ContainingNamespace?.FullName() is "System" or "System.Text" or "System.Text.Json" or "System.Linq"
            or "System.Threading" or "System.Threading.Tasks" or "System.Diagnostics" or "System.Collections.Generic"
            or "System.Collections.Concurrent" or "System.Collections.Immutable" or "System.Collections.ObjectModel"
            or "System.Runtime.CompilerServices" or "System.Runtime.InteropServices"
            or "System.Security.Cryptography" or "Microsoft.Extensions.Logging"
        || (type is { TypeKind: not TypeKind.Interface, ContainingNamespace: { Name: "StorageKit" } space }
            && space.ContainingNamespace.IsGlobalNamespace);

    /// <summary>Subscribers listen; what is stored must not depend on whether there is one.</summary>
    static bool IsEvent(IInvocationOperation call) =>
        call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
        && (call.Instance is IEventReferenceOperation
            || call.Instance is IConditionalAccessInstanceOperation
                && call.Parent is IConditionalAccessOperation { Operation: IEventReferenceOperation });
}
