using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>What the calls of document, table and blob stores mean beyond their name.</summary>
internal static class DocumentCall
{
    /// <summary>
    /// The collection, table or container; where one client serves many tables, with the table that the request names.
    /// </summary>
    public static string PlaceOf(Effect effect)
    {
        if (ApiCall.From(effect.Operation) is not { Receiver: { } receiver } call)
            return effect.Target;
        var place = Identity.Of(Container(receiver, effect.Frame), effect.Frame);
        foreach (var argument in call.Arguments)
            if (TableIn(argument, effect.Frame) is { } table)
                return $"{place}/{Identity.Of(table, effect.Frame)}";
        return place;
    }

    /// <summary>
    /// False for a call whose options come from elsewhere, because a condition may be in them, and for an update that
    /// only sets what it inserts or adds to an array.
    /// </summary>
    public static bool IsKnownToOverwrite(Effect effect) =>
        ApiCall.From(effect.Operation) is { } call
        && call.Arguments.All(argument => !IsOptions(argument) || IsNull(argument)
            || PassedObjects.CreationOf(argument, effect.Frame) is not null)
        && (effect.Technology != MongoDb.Technology || !call.Member.Name.Contains("Update")
            || MongoUpdate.ChangesStored(call, effect.Frame));

    /// <summary>Elasticsearch replaces a document when it is told the id, unless the operation is to create.</summary>
    public static bool Replaces(Effect effect) =>
        effect.Technology == Elasticsearch.Technology && effect.Kind == EffectKind.Append
        && Names(effect.Operation, "Id") && !Names(effect.Operation, "OpType");

    public static string RightCall(Effect effect) => effect.Technology.Name switch
    {
        "MongoDB" => "'InsertOneAsync' with an '_id' made from the entry's hash",
        "Azure Tables" => "'AddEntityAsync', which refuses to overwrite",
        "Cosmos DB" => "'CreateItemAsync', which refuses to overwrite",
        "Azure Blobs" => "an append blob, or an upload with 'IfNoneMatch = ETag.All'",
        "DynamoDB" => "'PutItem' with the condition 'attribute_not_exists'",
        "S3" => "'PutObject' with 'IfNoneMatch = \"*\"'",
        "declared" => "one that is declared to append or to create only",
        _ => "'CreateAsync', which refuses to overwrite",
    };

    /// <summary>A batch belongs to its container; a local stands for what it was set to.</summary>
    static IOperation Container(IOperation receiver, Frame frame)
    {
        for (var steps = 0; steps < 16; steps++)
        {
            receiver = Operands.Unwrap(receiver);
            if (receiver is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition]
                && definition is not IAssignmentOperation)
                receiver = definition;
            else if (receiver is IInvocationOperation { Instance: { } instance } call
                && (call.Type?.Name == "TransactionalBatch"))
                receiver = instance;
            else
                break;
        }

        return receiver;
    }

    static IOperation? TableIn(IOperation argument, Frame frame)
    {
        if (argument.Parent is IArgumentOperation { Parameter.Name: "tableName" or "bucketName" })
            return argument;
        foreach (var initializer in PassedObjects.CreationOf(argument, frame)?.Initializer?.Initializers ?? [])
            if (initializer is ISimpleAssignmentOperation
                { Target: IMemberReferenceOperation { Member.Name: "TableName" or "BucketName" } } assignment)
                return assignment.Value;
        return null;
    }

    static bool IsOptions(IOperation argument) =>
        argument.Type?.Name is { } name
        && (name.EndsWith("Request", StringComparison.Ordinal) || name.EndsWith("Options", StringComparison.Ordinal)
            || name.EndsWith("Config", StringComparison.Ordinal));

    static bool IsNull(IOperation argument) =>
        argument is IDefaultValueOperation || argument.ConstantValue is { HasValue: true, Value: null };

    static bool Names(IOperation call, string member) => call.Descendants().Any(operation => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.Name == member,
        IMemberReferenceOperation reference => reference.Member.Name == member
            && reference.Parent is ISimpleAssignmentOperation,
        _ => false,
    });
}
