using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>The settings and calls by which stores are told to delete what is old.</summary>
internal static class RetentionSettings
{
    static readonly ImmutableArray<(string Type, string Property, string What)> Properties =
    [
        ("MongoDB.Driver.CreateIndexOptions", "ExpireAfter", "creates an index that expires documents"),
        ("MongoDB.Driver.CreateCollectionOptions", "Capped", "creates a capped collection"),
        ("Microsoft.Azure.Cosmos.ContainerProperties", "DefaultTimeToLive",
            "gives the container's items a time to live"),
    ];

    static readonly ImmutableArray<(string Type, string Method, string What)> Calls =
    [
        ("Amazon.DynamoDBv2.IAmazonDynamoDB", "UpdateTimeToLive", "turns on the table's time to live"),
        ("Amazon.DynamoDBv2.AmazonDynamoDBClient", "UpdateTimeToLive", "turns on the table's time to live"),
        ("Amazon.S3.IAmazonS3", "PutLifecycleConfiguration", "gives the bucket a lifecycle"),
        ("Amazon.S3.AmazonS3Client", "PutLifecycleConfiguration", "gives the bucket a lifecycle"),
    ];

    static readonly ImmutableArray<string> FileLimits = ["retainedFileCountLimit", "retainedFileTimeLimit"];

    /// <summary>What the operation configures, or null for one that lets entries stay.</summary>
    public static string? Describe(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value }
            when !IsOff(value) => Find(Properties, property, property.Name),
        IInvocationOperation call => Find(Calls, call.TargetMethod, WithoutAsync(call.TargetMethod.Name))
            ?? (call.Arguments.Any(IsFileLimit) ? "deletes rolled files" : null),
        _ => null,
    };

    static string? Find(ImmutableArray<(string Type, string Member, string What)> table, ISymbol member, string name)
    {
        foreach (var row in table)
            if (row.Member == name && member.ContainingType.ToDisplayString() == row.Type)
                return row.What;
        return null;
    }

    static string WithoutAsync(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    /// <summary>Serilog's, given by the author; without it Serilog keeps 31 files.</summary>
    static bool IsFileLimit(IArgumentOperation argument) =>
        argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { Name: var name }
        && FileLimits.Contains(name)
        && argument.Parameter.ContainingNamespace?.FullName().StartsWith(
            "Serilog", StringComparison.Ordinal) == true
        && !IsOff(argument.Value);

    /// <summary>Null, false, and Cosmos' -1, which lets each item say.</summary>
    static bool IsOff(IOperation value) =>
        Operands.Unwrap(value).ConstantValue is { HasValue: true, Value: null or false or -1 };
}
