namespace StorageKit.Conformance;

/// <summary>Where a caller stands between its calls.</summary>
internal static class Pace
{
    /// <summary>Lets others go first, or does not: at random, or callers on the same few threads would run in step, or,
    /// where no call ever waits, one after the other.</summary>
    internal static async ValueTask PauseAsync(this Random random)
    {
        switch (random.Next(6))
        {
            case 0: await Task.Yield(); break;
            case 1: Thread.Yield(); break;
            case 2: Thread.SpinWait(random.Next(200)); break;
        }
    }
}
