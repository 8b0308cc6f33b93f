using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Whether a MongoDB update changes what is stored; one that cannot be seen is not judged.</summary>
internal static class MongoUpdate
{
    public static bool ChangesStored(ApiCall call, Frame frame)
    {
        var update = call.Argument("update");
        return update is not null && Operators(update, frame, []).Any(name => !IsAdding(name));
    }

    static bool IsAdding(string name) => name is "SetOnInsert" or "Push" or "PushEach" or "AddToSet" or "AddToSetEach"
        or "Combine" or "$setOnInsert" or "$push" or "$addToSet" or "$each";

    /// <summary>The builder's methods, and the operators that stand in documents and JSON text.</summary>
    static IEnumerable<string> Operators(IOperation update, Frame frame, HashSet<IOperation> seen)
    {
        foreach (var operation in update.DescendantsAndSelf())
        {
            if (!seen.Add(operation))
                continue;
            if (operation is IInvocationOperation
                { TargetMethod: { Name: var name,
                    ContainingType.Name: "UpdateDefinitionBuilder" or "UpdateDefinitionExtensions" } })
                yield return name;
            else if (operation.ConstantValue is { HasValue: true, Value: string text }
                && text.IndexOf('$') is var start and >= 0)
                yield return WordAt(text, start);
            else if (operation is ILocalReferenceOperation local)
                foreach (var definition in frame.Body.DefinitionsOf(local))
                    foreach (var found in Operators(definition, frame, seen))
                        yield return found;
        }
    }

    static string WordAt(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.Substring(start, end - start);
    }
}
