# What zsh offers after "hegu point SP2" and tab: zsh -f complete.zsh FOLDER-WITH-_hegu. Used by .ci/package.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1='> '; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; LISTMAX=10000"
sleep 1
zpty -w -n shell "hegu point SP2"$'\t\t'
zpty -r -m shell answer '*SP21*' && print -r -- "$answer"
zpty -d shell
