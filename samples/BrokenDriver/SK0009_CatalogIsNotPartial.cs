using StorageKit;

namespace BrokenDriver;

/// <summary>There is no second half that <c>CreateRegistry</c> could be written into.</summary>
[StorageDrivers] // SK0009
public static class WholeCatalog;
