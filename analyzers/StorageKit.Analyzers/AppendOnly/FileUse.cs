using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>How files that are opened are used: where the stream goes, and what is done with it.</summary>
internal static class FileUse
{
    /// <summary>The streams and writers, kept in fields, that the member's code writes to.</summary>
    public static HashSet<ISymbol> WrittenFields(Store store, IMethodSymbol member)
    {
        var fields = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var frame in store.FramesOf(member))
            foreach (var operation in frame.Operations)
            {
                if (operation is not IInvocationOperation call)
                    continue;
                if (call.TargetMethod.Name.StartsWith("Write", StringComparison.Ordinal) && call.Instance is { } target)
                    AddField(target);
                foreach (var argument in call.Arguments)
                    AddField(argument.Value);
            }

        return fields;

        void AddField(IOperation target)
        {
            if (Operands.Unwrap(target) is IMemberReferenceOperation
                { Instance: null or IInstanceReferenceOperation, Type: { } type } reference && IsStream(type))
                fields.Add(reference.Member);
        }
    }

    public static bool IsStream(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current is { Name: "Stream" or "TextWriter", ContainingNamespace.Name: "IO" })
                return true;
        return false;
    }

    /// <summary>The field or property that keeps what is opened here, through wrappers, locals and helpers.</summary>
    public static ISymbol? FieldOf(Effect open)
    {
        IOperation operation = open.Operation;
        var frame = open.Frame;
        while (operation.Parent is { } parent)
        {
            switch (parent)
            {
                case IAssignmentOperation { Target: IMemberReferenceOperation member }: return member.Member;
                case IFieldInitializerOperation { InitializedFields: [var field, ..] }: return field;
                case IPropertyInitializerOperation { InitializedProperties: [var property, ..] }: return property;
                case IVariableDeclaratorOperation declarator: return FieldSetTo(declarator.Symbol, frame);
                case IReturnOperation when frame is { CallSite: { } site, Caller: { } caller }:
                    (operation, frame) = (site, caller);
                    continue;
                case IBlockOperation or IInvocationOperation or IAnonymousFunctionOperation: return null;
            }

            operation = parent;
        }

        return null;
    }

    /// <summary>True when the body turns to the file's end, or reads it, before it writes.</summary>
    public static bool SeeksOrReads(Frame frame) => frame.Operations.Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod.Name: var name } =>
            name == "Seek" || name.StartsWith("Read", StringComparison.Ordinal)
            || name.StartsWith("CopyTo", StringComparison.Ordinal)
                || name.StartsWith("Deserialize", StringComparison.Ordinal),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Position" } } => true,
        IObjectCreationOperation { Type.Name: "StreamReader" or "BinaryReader" } => true,
        _ => false,
    });

    /// <summary>True when the body writes to a stream of its own: a lock file is opened and never written.</summary>
    public static bool Writes(Frame frame) => frame.Operations.Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod.Name: var name } => name.StartsWith("Write", StringComparison.Ordinal)
            || name.StartsWith("Serialize", StringComparison.Ordinal),
        _ => false,
    });

    static ISymbol? FieldSetTo(ILocalSymbol local, Frame frame) =>
        frame.Operations.OfType<IAssignmentOperation>().Where(assignment =>
                assignment.Target is IMemberReferenceOperation
                && assignment.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
                    .Any(use => SymbolEqualityComparer.Default.Equals(use.Local, local)))
            .Select(assignment => ((IMemberReferenceOperation)assignment.Target).Member)
            .FirstOrDefault(member => member.ContainingType is { } owner && frame.Store.IsFamily(owner));
}
