using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Follows what is stored back to what the append-only member was given.</summary>
internal static class EntryFlow
{
    /// <summary>The member of <c>AuditEntry</c> that says what happened; the others number and link.</summary>
    const string Payload = "Payload";

    static readonly string[] Links = ["Id", "Key", "Hash", "Digest", "Signature", "Previous"];

    /// <summary>
    /// True when the value is an entry, made from a whole one, or from its payload; its number or hash alone is what a
    /// chain head or an index keeps.
    /// </summary>
    public static bool CarriesEntry(IOperation value, Frame frame) => Carries(value, frame, part: false, []);

    /// <summary>True when any of a call's arguments carries an entry, or any of a script's command's.</summary>
    public static bool CarriesEntry(Effect effect) =>
        effect is { Script.IsKnown: true }
        ? effect.Values.Any(value => CarriesEntry(value, effect.Frame))
        : ApiCall.From(effect.Operation) is { } call
        && call.Arguments.Any(argument => CarriesEntry(argument, effect.Frame));

    /// <summary>True when the value has an entry's hash in it: equal names mean equal content.</summary>
    public static bool MentionsHash(IOperation value, Frame frame) => value.DescendantsAndSelf().Any(operation =>
        operation is IPropertyReferenceOperation { Property.Name: "EntryHash" or "Digest" }
        || (operation is ILocalReferenceOperation local
            && frame.Body.DefinitionsOf(local).Any(definition => MentionsHash(definition, frame)))
        || (operation is IParameterReferenceOperation { Parameter: var parameter }
            && frame.Argument(parameter) is var (argument, caller) && MentionsHash(argument, caller))
        || (frame.CalleeAt(operation) is { } callee
            && callee.Body.Returns.Any(returned => MentionsHash(returned, callee))));

    /// <summary>True when the value depends on anything that the entry point was given.</summary>
    public static bool DependsOnEntry(IOperation value, Frame frame) => Carries(value, frame, part: true, []);

    static bool Carries(IOperation operation, Frame frame, bool part, HashSet<(IOperation, Frame)> seen)
    {
        frame.Store.CancellationToken.ThrowIfCancellationRequested();
        if (!seen.Add((operation, frame)))
            return false;
        switch (operation)
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                return frame.Argument(parameter) is var (argument, caller)
                    ? Carries(argument, caller, part, seen)
                    : IsGiven(parameter, frame);
            case ILocalReferenceOperation local:
                foreach (var definition in frame.Body.DefinitionsOf(local))
                    if (Carries(definition, frame, part, seen))
                        return true;
                return false;
            case IPropertyReferenceOperation { Property: var property, Instance: { } instance }
                when !part && !SaysWhatHappened(property) && IsGivenType(property.ContainingType, frame):
                return false;
            case INameOfOperation or ITypeOfOperation:
                return false;
            case IInvocationOperation or IPropertyReferenceOperation when frame.CalleeAt(operation) is { } callee:
                foreach (var returned in callee.Body.Returns)
                    if (Carries(returned, callee, part, seen))
                        return true;
                return false;
        }

        foreach (var child in operation.ChildOperations)
            if (Carries(child, frame, part, seen))
                return true;
        return false;
    }

    static bool IsGiven(IParameterSymbol parameter, Frame frame) =>
        parameter.Type.Name != nameof(CancellationToken)
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, frame.EntryPoint);

    /// <summary>
    /// Of an entry of the user's own, a text or an object; numbers and times link and sort, and so do texts that are
    /// named as a key or a hash, which can only make rules silent.
    /// </summary>
    static bool SaysWhatHappened(IPropertySymbol property) =>
        property.Name == Payload
        || (!IsAuditEntry(property.ContainingType)
            && property.Type is { IsValueType: false } or { Name: "ReadOnlyMemory" }
            && !Links.Any(link => property.Name.EndsWith(link, StringComparison.OrdinalIgnoreCase)));

    static bool IsGivenType(INamedTypeSymbol type, Frame frame)
    {
        foreach (var parameter in frame.EntryPoint.Parameters)
            if (SymbolEqualityComparer.Default.Equals(parameter.Type, type))
                return true;
        return IsAuditEntry(type);
    }

    static bool IsAuditEntry(INamedTypeSymbol type) =>
        type is { Name: "AuditEntry", ContainingNamespace: { Name: "StorageKit" } };
}
