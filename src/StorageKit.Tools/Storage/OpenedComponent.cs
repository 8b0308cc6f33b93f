namespace StorageKit.Tools;

/// <summary>A component with its store and tools.</summary>
internal sealed class OpenedComponent(StorageComponent component, OpenedStore store) : IAsyncDisposable
{
    internal IReadOnlyList<StorageTool> Tools { get; } =
    [
        new ReadTool(component, store.Objects),
        new WriteTool(component, store.Objects),
        new DeleteTool(component, store.Objects),
        new ExistsTool(component, store.Objects),
        new ListTool(component, store.Objects),
        .. QueryTools(component, store.Objects),
    ];

    internal static async ValueTask<OpenedComponent> OpenAsync(
        StorageComponent component, TenantId tenant, CancellationToken cancellationToken) =>
        new(component, await component.Source.OpenAsync(component.Name, tenant, cancellationToken)
            .ConfigureAwait(false));

    static IEnumerable<StorageTool> QueryTools(StorageComponent component, IObjectStore store) =>
        store is ISqlReader { CanQuery: true } database
            ? [new QueryTool(component, database), new TablesTool(component, database)]
            : [];

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
