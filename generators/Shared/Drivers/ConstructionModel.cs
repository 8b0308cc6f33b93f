namespace StorageKit.Roslyn;

/// <summary>How the registry makes a store or a resource.</summary>
/// <param name="IsAsync">By <c>OpenAsync</c> instead of a constructor.</param>
/// <param name="Arguments">In the order of the parameters.</param>
internal sealed record ConstructionModel(bool IsAsync, EquatableArray<ArgumentModel> Arguments);

/// <summary>One argument.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Type">The options, the resource or the logger's category.</param>
/// <param name="Label">The parameter's name where it must be written,
/// because an optional one before it is left out.</param>
internal sealed record ArgumentModel(ArgumentKind Kind, string Type, string? Label);

internal enum ArgumentKind
{
    Options,
    Resource,
    Tenant,
    Time,
    KeyRing,
    RequiredKeyRing,
    LoggerFactory,
    Logger,
    CancellationToken,
}
