namespace StorageKit; /// <summary>x</summary>
public static class P;
