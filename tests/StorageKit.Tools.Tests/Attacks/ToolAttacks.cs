namespace StorageKit.Tools.Tests.Attacks;

/// <summary>What a hostile model tries, on every backend. The class for each backend says where the objects
/// are.</summary>
public abstract partial class ToolAttacks
{
    /// <summary>The keys of the component's table after <c>storage_type</c>; FOLDER is a folder of its own.</summary>
    private protected abstract string Section { get; }

    /// <summary>How many keys the listing test makes.</summary>
    private protected virtual int Many => 2_000;

    /// <summary>An agent who may do everything with the one component, docs.</summary>
    private protected Task<Workshop> OpenAsync(string more = "") => Workshop.OpenAsync(
        $"""
        [[component]]
        type = "storage"
        name = "docs"
        {Section}
        {more}

        [[agent]]
        name = "writer"
        storage = ["docs"]

        [[agent]]
        name = "reader"
        storage = ["docs:read"]

        [[agent]]
        name = "stranger"
        """);
}
