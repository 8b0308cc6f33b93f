namespace StorageKit.Conformance.Children;

/// <summary>What a child process tells.</summary>
internal enum ChildLineKind
{
    /// <summary>The driver is open.</summary>
    Ready,

    /// <summary>An operation has returned.</summary>
    Ack,

    /// <summary>An operation has thrown.</summary>
    Failed,

    /// <summary>As many operations as were asked for have ended.</summary>
    Done,

    /// <summary>The driver could not be opened.</summary>
    NotOpened,

    /// <summary>The driver could not be found: the child cannot load what its parent has.</summary>
    NotFound,
}
