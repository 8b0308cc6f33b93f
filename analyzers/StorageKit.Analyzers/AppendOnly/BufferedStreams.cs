using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Whether a class sets its streams up so that a write is not kept back.</summary>
internal static class BufferedStreams
{
    /// <summary>
    /// True where <c>AutoFlush</c> is set, <c>WriteThrough</c> is asked for, or a buffer has no size: with these, or
    /// with what looks like them, the rule is silent.
    /// </summary>
    public static bool FlushThemselves(Store store)
    {
        for (var type = store.Type; type is not null; type = type.BaseType)
            foreach (var reference in type.DeclaringSyntaxReferences)
                foreach (var node in reference.GetSyntax(store.CancellationToken).DescendantNodes())
                    if (node is IdentifierNameSyntax { Identifier.ValueText: "AutoFlush" or "WriteThrough" }
                        || node is NameColonSyntax { Name.Identifier.ValueText: "bufferSize" }
                        || node is AssignmentExpressionSyntax
                            { Left: IdentifierNameSyntax { Identifier.ValueText: "BufferSize" } })
                        return true;
        return false;
    }
}
