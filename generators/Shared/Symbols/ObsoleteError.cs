using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>What is <c>[Obsolete]</c> as an error cannot be named in generated code: CS0619, which nothing turns off.
/// A warning, CS0618, does not reach it.</summary>
internal static class ObsoleteError
{
    /// <summary>The fact and the remedy of a class or a member that generated code would have to name; null when it
    /// can.</summary>
    public static (string Fact, string Remedy)? Of(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
            if (current.Find("System", "ObsoleteAttribute")?.ConstructorArguments is [_, { Value: true }])
                return ($"cannot be used by generated code: {Subject(current)} is [Obsolete] as an error",
                    "Leave out 'error: true', so that it is a warning");
        return null;
    }

    static string Subject(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "its constructor",
        _ => $"'{symbol.ShortName()}'",
    };
}
